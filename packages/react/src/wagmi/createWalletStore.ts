import type { Config } from 'wagmi'
import { getAccount, getConnectors, watchAccount } from 'wagmi/actions'
import { type SetTimer, setPageTimer } from '../utils/setPageTimer.ts'
import type { WalletProvider, WalletSnapshot } from './WalletSnapshot.ts'

export interface WalletStoreOptions {
  /** How long the wallet must be unchanged to be believed, milliseconds. */
  settleMs?: number | undefined
  setTimer?: SetTimer | undefined
}

/** A settled wallet: connected, or known to be gone. */
export type SettledWallet = Exclude<WalletSnapshot, { status: 'pending' }>

/** Follows wagmi's connection, and says when it has come to rest. */
export type WalletStore = ReturnType<typeof createWalletStore>

/**
 * Follows wagmi's connection. While a page loads, and while accounts change, wagmi passes through states that mean nothing
 * (empty, the old account, the new one), so that what ends a session must wait until it has settled.
 */
export function createWalletStore(
  config: Config,
  { settleMs = 250, setTimer = setPageTimer }: WalletStoreOptions = {},
) {
  const listeners = new Set<() => void>()
  let now: WalletSnapshot = { status: 'pending' }
  let settled: SettledWallet | undefined
  let stopTimer = () => {}
  /** The connector that this page was, or should again be, connected through. */
  let expectedId: string | undefined

  function update(): void {
    const next = read()
    const before = now
    if (isSame(before, next)) return
    now = next
    wait()
    if (next.status === 'connected') {
      const isKnown = before.status === 'connected' && before.connector === next.connector
      if (isKnown) now = { ...next, provider: before.provider }
      else void resolveProvider(next.connector)
    }
    notify()
  }

  function read(): WalletSnapshot {
    const { status, address, chainId, connector } = getAccount(config)
    if (connector) expectedId = connector.id
    if (status === 'connected')
      return { status, address, chainId, connector, provider: undefined } as WalletSnapshot
    return { status: status === 'disconnected' ? status : 'pending' }
  }

  function wait(): void {
    stopTimer()
    if (now.status !== 'pending') stopTimer = setTimer(settle, settleMs)
  }

  function settle(): void {
    if (now.status === 'pending') return
    // Not there (yet): an extension that comes late is no disconnect.
    if (now.status === 'disconnected' && !isGone()) return
    settled = now
    notify()
  }

  function isGone(): boolean {
    return getConnectors(config).some((connector) => connector.id === expectedId)
  }

  async function resolveProvider(connector: (typeof config)['connectors'][number]): Promise<void> {
    const provider = (await connector.getProvider().catch(() => undefined)) as
      | WalletProvider
      | undefined
    if (now.status !== 'connected' || now.connector !== connector) return
    now = { ...now, provider }
    notify()
  }

  function notify(): void {
    for (const listener of [...listeners]) listener()
  }

  return {
    config,
    getSnapshot: () => now,
    /** The last state that held for {@link WalletStoreOptions.settleMs}. */
    getSettled: () => settled,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Follows wagmi until stopped. */
    start() {
      const stop = watchAccount(config, { onChange: update })
      update()
      wait()
      return () => {
        stop()
        stopTimer()
      }
    },
  }
}

function isSame(one: WalletSnapshot, other: WalletSnapshot): boolean {
  if (one.status !== 'connected' || other.status !== 'connected') return one.status === other.status
  return (
    one.address === other.address &&
    one.connector === other.connector &&
    one.chainId === other.chainId
  )
}
