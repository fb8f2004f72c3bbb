import { getAddress, isAddress } from 'viem'
import type { Config, Connector } from 'wagmi'
import { getAccount, getConnectors, watchAccount } from 'wagmi/actions'
import { type SetTimer, setPageTimer } from '../utils/setPageTimer.ts'
import type { OnConnect } from './OnConnect.ts'
import type { SettledWallet, WalletSnapshot, WalletStore } from './WalletSnapshot.ts'

/** How long the wallet must be unchanged to count as settled. */
const settleMs = 250

const loadSigning = () => import('./signInWithWallet.ts').then((part) => part.signInWithWallet)

/**
 * Follows wagmi's connection. While a page loads and while accounts change, wagmi passes through transient states (empty,
 * the old account, the new one), so a session ends only on a settled state.
 */
export function createWalletStore(config: Config, setTimer: SetTimer = setPageTimer): WalletStore {
  const listeners = new Set<() => void>()
  let now: WalletSnapshot = { status: 'pending' }
  let key: string | undefined
  let settled: SettledWallet | undefined
  let stopTimer = () => {}
  let onConnect: OnConnect | undefined
  /** The connector that this page was connected through: wagmi's memory of an earlier page is no answer of a wallet. */
  let expectedId: string | undefined
  let wagmiStatus: string | undefined
  /** wagmi's connections when it began to connect or reconnect. */
  let remembered: Config['state']['connections'] | undefined

  function update(): void {
    const { status, address, chainId, connector } = getAccount(config)
    const { connections } = config.state
    if (status !== wagmiStatus) remembered = connections
    wagmiStatus = status
    const isOver = /^(dis)?connected$/.test(status)
    // wagmi keeps reconnecting until its last connector has answered, which one of them may never do.
    const isAnswer = isOver || (connections !== remembered && connector?.getProvider)
    // Wallets use any case, and may return anything. (`accountOf` would be one more file in the initial bundle.)
    const text = `${address}`
    const account = isAnswer && isAddress(text, { strict: false }) && getAddress(text)
    const next = account && connector ? `${account} ${chainId} ${connector.uid}` : `${isOver}`
    if (next === key) return
    key = next
    if (account && connector) {
      expectedId = connector.id
      const before = now.status === 'connected' && now.connector === connector && now
      const { provider, signIn } = before || {}
      now = {
        status: 'connected',
        address: account,
        chainId: Number(chainId),
        connector,
        provider,
        signIn,
      }
      if (!provider) void reach(connector, connector.getProvider(), 'provider')
      if (!signIn) void reach(connector, loadSigning(), 'signIn')
    } else now = { status: isOver ? 'disconnected' : 'pending' }
    wait()
    notify()
  }

  function wait(): void {
    stopTimer()
    if (now.status !== 'pending') stopTimer = setTimer(settle, settleMs)
  }

  function settle(): void {
    if (now.status === 'pending') return
    // Absent (yet): an extension that loads late is not a disconnect.
    if (now.status === 'disconnected' && !isGone()) return
    settled = now
    notify()
  }

  function isGone(): boolean {
    return getConnectors(config).some((connector) => connector.id === expectedId)
  }

  /** Loads what a click will need: added to the snapshot, since nothing that is shown changes. If that fails, the click loads it. */
  async function reach(connector: Connector, part: Promise<unknown>, name: 'provider' | 'signIn') {
    const found = await part.catch(() => {})
    if (now.status === 'connected' && now.connector === connector)
      Object.assign(now, { [name]: found })
  }

  function notify(): void {
    for (const listener of [...listeners]) listener()
  }

  return {
    config,
    getSnapshot: () => now,
    getSettled: () => settled,
    getOnConnect: () => onConnect,
    setOnConnect(next) {
      onConnect = next
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
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
