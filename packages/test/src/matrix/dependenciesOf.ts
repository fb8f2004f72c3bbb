import type { Row } from './rows.ts'

/** What a dapp installs beside our packages. */
export function dependenciesOf({ dependencies }: Row): Record<string, string> {
  const types = { '@types/react': '19.3.0', '@types/react-dom': '19.3.0', '@types/node': '20.19.0' }
  const both = { viem: '2.57.20', '@tanstack/react-query': '5.108.0', typescript: '6.0.3' }
  return { ...dependencies, ...both, ...types }
}
