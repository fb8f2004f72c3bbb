import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Resolves wagmi to wagmi 2 for every importer: the kit and the dapp. */
export function wagmi2(): Plugin {
  // The package that has it as a dependency: the file is not read.
  const importer = resolve(import.meta.dirname, '../../../react/package.json')
  return {
    name: 'wagmi-2',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^wagmi(\/|$)/ },
      handler(source, _, options) {
        return this.resolve(source.replace('wagmi', 'wagmi2'), importer, {
          ...options,
          skipSelf: true,
        })
      },
    },
  }
}
