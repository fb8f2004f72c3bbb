import { createConnector } from 'wagmi'

/** A connector as WalletConnect's: gives a link to scan, and then waits for a phone that never comes. */
export const scanConnector = createConnector<unknown>((config) => ({
  id: 'walletConnect',
  name: 'Phone wallet',
  type: 'walletConnect',
  async connect() {
    config.emitter.emit('message', {
      type: 'display_uri',
      data: `wc:${'7f6e504bfad60b485450578e05678ed3e8e8c4751d3c6160be17160d63ec90f9'}@2?relay-protocol=irn&symKey=587d5484ce2a2a6ee3ba1962fdd7e8588e06200c46823bd18fbd67def96ad303`,
    })
    return new Promise(() => {})
  },
  disconnect: async () => {},
  getAccounts: async () => [],
  getChainId: async () => 1,
  getProvider: async () => ({ request: () => new Promise(() => {}) }),
  isAuthorized: async () => false,
  onAccountsChanged: () => {},
  onChainChanged: () => {},
  onDisconnect: () => {},
}))
