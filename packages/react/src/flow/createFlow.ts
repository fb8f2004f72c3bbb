import { type AuthClient, type ProviderName, TakoKitError } from '@takokit/core'
import { getConnectors } from 'wagmi/actions'
import { type SetTimer, setPageTimer } from '../utils/setPageTimer.ts'
import { connectWallet, forgetConnecting } from '../wagmi/connectWallet.ts'
import type { WalletStore } from '../wagmi/createWalletStore.ts'
import { listWallets } from '../wagmi/listWallets.ts'
import { signInWithWallet } from '../wagmi/signInWithWallet.ts'
import { toWalletOption } from '../wagmi/toWalletOption.ts'
import { asksByItself, drawsOwnWindow } from '../wagmi/walletManners.ts'
import type { WalletOption } from '../wagmi/WalletOption.ts'
import type { ConnectedWallet } from '../wagmi/WalletSnapshot.ts'
import { whenIdle } from '../wagmi/whenIdle.ts'
import { initialFlowState, type OpenChangeReason } from './FlowState.ts'
import { type FlowEvent, transition } from './transition.ts'

/** How long a wallet may be silent before help is offered, milliseconds. */
const helpAfterMs = 20_000

export interface FlowOptions {
  client: AuthClient
  wallet: WalletStore
  provider: ProviderName | undefined
  mode: SignInMode
  onOpenChange?: ((isOpen: boolean, reason: OpenChangeReason) => void) | undefined
}

/** `connect` stops when the wallet is connected. */
export type SignInMode = 'connect-and-sign' | 'connect'

/** One sign-in control at work: carries out what a person chooses, and tells what to show. */
export type Flow = ReturnType<typeof createFlow>

/** Runs one sign-in control. At most one attempt is under way; what an abandoned one brings back is dropped. */
export function createFlow(getOptions: () => FlowOptions, setTimer: SetTimer = setPageTimer) {
  const listeners = new Set<() => void>()
  let state = initialFlowState
  let attempt: AbortController | undefined
  let stopHelp = () => {}

  function send(event: FlowEvent): void {
    const before = state
    state = transition(before, event)
    if (state === before) return
    if (state.isOpen !== before.isOpen && 'reason' in event)
      getOptions().onOpenChange?.(state.isOpen, event.reason)
    for (const listener of [...listeners]) listener()
  }

  function begin(): AbortController {
    stopHelp()
    stopHelp = setTimer(() => send({ type: 'waitedLong' }), helpAfterMs)
    attempt = new AbortController()
    return attempt
  }

  function finish(mine: AbortController, event: FlowEvent): void {
    if (attempt !== mine) return
    attempt = undefined
    stopHelp()
    send(event)
  }

  function fail(mine: AbortController, error: TakoKitError): void {
    const reason = error.code === 'wallet/rejected' ? 'rejected' : 'failed'
    finish(mine, { type: 'failed', error, reason })
  }

  /** Goes on from wherever things stand. Asks a connected wallet in the same task. */
  function start(reason: OpenChangeReason = 'trigger'): void {
    const { wallet, mode } = getOptions()
    if (attempt) return send({ type: 'shown', reason })
    const now = wallet.getSnapshot()
    if (now.status === 'connected') {
      if (mode === 'connect-and-sign') sign(now, reason)
      return
    }
    const [only, ...others] = listWallets(getConnectors(wallet.config))
    if (only && others.length === 0) void ask(only, reason)
    else choose(reason)
  }

  function choose(reason: OpenChangeReason = 'trigger'): void {
    stop()
    send({ type: 'choiceOffered', reason })
  }

  /** Connects a wallet, and goes on to the signature where its prompt needs no tap of its own. */
  async function ask(option: WalletOption, reason: OpenChangeReason = 'wallet'): Promise<void> {
    const { wallet, mode } = getOptions()
    const { connector } = option
    const mine = begin()
    const isOpen = !drawsOwnWindow(connector)
    send({ type: 'walletAsked', wallet: option, isOpen, reason: isOpen ? reason : 'own-window' })
    try {
      if (wallet.getSnapshot().status === 'pending') await whenIdle(wallet, { setTimer })
      if (attempt !== mine) return
      const connected = await connectWallet(wallet.config, {
        connector,
        onUri: (uri) => attempt === mine && send({ type: 'uriShown', uri }),
      })
      if (attempt !== mine) return
      const { address } = connected
      if (mode === 'connect') finish(mine, { type: 'ended', reason: 'connected' })
      else if (asksByItself(connector)) sign(connected, reason)
      else finish(mine, { type: 'walletReady', address, reason: 'connected' })
    } catch (cause) {
      fail(mine, await toError(cause))
    }
  }

  function sign(connected: ConnectedWallet, reason: OpenChangeReason): void {
    const { client, wallet, provider } = getOptions()
    const { address, connector, provider: asked } = connected
    const option = toWalletOption(connector)
    if (!asked) return void ask(option, reason)
    const mine = begin()
    const signing = signInWithWallet({
      client,
      wallet,
      connected: { ...connected, provider: asked },
      provider,
      signal: mine.signal,
      onMessage: (message) => {
        send({ type: 'signatureAsked', wallet: option, address, reason })
        send({ type: 'messageShown', message })
      },
    })
    signing.then(
      () => finish(mine, { type: 'ended', reason: 'signed-in' }),
      (error: TakoKitError) => fail(mine, error),
    )
  }

  function retry(): void {
    const { wallet } = state
    const now = getOptions().wallet.getSnapshot()
    if (now.status === 'connected' || !wallet) start()
    else void ask(wallet)
  }

  function stop(): void {
    if (state.step === 'connecting') forgetConnecting(getOptions().wallet.config)
    attempt?.abort()
    attempt = undefined
    stopHelp()
  }

  /** Gives up what is under way. A signature that comes later is dropped. */
  function close(reason: OpenChangeReason = 'close'): void {
    stop()
    send({ type: 'ended', reason })
  }

  return {
    /** Whether a sign-in to this provider is what it does. */
    signsInTo(name: string): boolean {
      const { client, provider = client.providers[0]?.name, mode } = getOptions()
      return mode === 'connect-and-sign' && provider === name
    },
    getSnapshot: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    start,
    choose,
    ask,
    retry,
    close,
  }
}

async function toError(cause: unknown): Promise<TakoKitError> {
  try {
    const { toConnectError } = await import('./toConnectError.ts')
    return toConnectError(cause)
  } catch {
    return new TakoKitError('wallet/failed', 'The wallet could not be connected.', { cause })
  }
}
