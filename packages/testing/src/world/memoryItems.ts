import type { TestWallet } from '@takokit/test-wallet'

/** What wagmi's storage needs, in memory. */
export function memoryItems(remembered: TestWallet | undefined) {
  const items = new Map<string, string>()
  if (remembered) rememberWallet(items, remembered)
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

/** What wagmi stored while the wallet was connected. */
function rememberWallet(items: Map<string, string>, { info, controls }: TestWallet): void {
  const uid = 'of-an-earlier-page'
  const connector = { id: info.rdns, name: info.name, type: 'injected', uid }
  const connection = { accounts: [controls.state.address], chainId: 1, connector }
  const connections = { __type: 'Map', value: [[uid, connection]] }
  const state = { chainId: 1, connections, current: uid }
  items.set('wagmi.store', JSON.stringify({ state, version: 3 }))
  items.set('wagmi.recentConnectorId', JSON.stringify(info.rdns))
}
