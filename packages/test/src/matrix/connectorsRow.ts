import type { Row } from './rows.ts'

/** Connectors that need packages of their own. Not one of `rows`: the wallet is not in the page, or the page is not on its own. */
export const connectorsRow: Row = {
  name: 'connectors',
  dependencies: {
    wagmi: '3.7.7',
    react: '19.3.1',
    'react-dom': '19.3.1',
    vite: '8.3.8',
    '@vitejs/plugin-react': '6.3.0',
    '@safe-global/safe-apps-provider': '0.18.6',
    '@safe-global/safe-apps-sdk': '9.1.0',
    '@walletconnect/ethereum-provider': '2.21.1',
    // The other end of a pair.
    '@walletconnect/sign-client': '2.21.1',
    ws: '8.21.0',
  },
  build: ['vite', 'build'],
  output: 'dist',
}
