import type { Config } from 'wagmi'

/**
 * Asks wallets to announce themselves (EIP-6963), and listens until stopped. wagmi listens too, but drops announcements that
 * come before its storage has been read, and all that follow an unreadable one.
 */
export function discoverWallets(config: Config): () => void {
  // Without it, the application has disabled discovery.
  if (typeof window === 'undefined' || !config._internal?.mipd) return () => {}
  const hear = (event: Event) => {
    try {
      add(config, (event as CustomEvent<unknown>).detail)
    } catch {
      // Foreign objects may throw when they are read.
    }
  }
  window.addEventListener('eip6963:announceProvider', hear)
  window.dispatchEvent(new Event('eip6963:requestProvider'))
  return () => window.removeEventListener('eip6963:announceProvider', hear)
}

type Announced = Parameters<Config['_internal']['connectors']['providerDetailToConnector']>[0]

function add(config: Config, detail: unknown): void {
  const { info, provider } = detail as Announced
  const { rdns, name, icon, uuid } = info
  if (typeof rdns !== 'string' || rdns === '' || typeof provider?.request !== 'function') return
  const isKnown = config.connectors.some(
    (connector) => connector.id === rdns || [connector.rdns].flat().includes(rdns),
  )
  if (isKnown) return
  const { connectors } = config._internal
  // A plain copy: no foreign getter runs later.
  const make = connectors.providerDetailToConnector({ info: { rdns, name, icon, uuid }, provider })
  const connector = connectors.setup(make)
  connectors.setState((known) => [...known, connector])
}
