import type { TakoKitError } from '@takokit/core'
import { type SetTimer, setPageTimer } from '../utils/setPageTimer.ts'
import type { ConnectedWallet, ReachedWallet } from '../wagmi/WalletSnapshot.ts'
import type { Flow, FlowOptions } from './Flow.ts'
import { notLoaded } from './notLoaded.ts'
import { initialFlowState, type OpenChangeReason } from './FlowState.ts'
import { type FlowEvent, transition } from './transition.ts'

/**
 * Runs one sign-in control: at most one attempt is active, and results of a cancelled one are dropped. This file has what a
 * click on a connected wallet needs at once; connecting one comes with `askWallet.ts`.
 */
export function createFlow(options: FlowOptions, setTimer: SetTimer = setPageTimer): Flow {
  const listeners = new Set<() => void>()
  let state = initialFlowState
  let attempt: AbortController | undefined
  let stopHelp = () => {}
  /** What a click does meanwhile, where the attempt waits for another kit's dialog. */
  let again: (() => void) | undefined
  /** For the second tap, whose prompt must come in the same task: wagmi's events may be too late for it. */
  let ready: ReachedWallet | undefined

  function send(event: FlowEvent): void {
    const before = state
    state = transition(before, event)
    if (state === before) return
    if (state.isOpen !== before.isOpen && 'reason' in event)
      options.onOpenChange?.(state.isOpen, event.reason)
    for (const listener of [...listeners]) listener()
  }

  function begin(onClick?: () => void): AbortController {
    again = onClick
    stopHelp()
    stopHelp = setTimer(() => send({ type: 'waitedLong' }), options.helpAfterMs)
    attempt = new AbortController()
    ready = undefined
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

  /** Continues from the current state. Asks a connected wallet in the same task; resolves once it has begun. */
  async function start(reason: OpenChangeReason = 'trigger'): Promise<void> {
    const { wallet, mode } = options
    const now = wallet.getSnapshot()
    if (attempt && again) again()
    else if (attempt) send({ type: 'shown', reason })
    else if (now.status !== 'connected') await askFirst(reason)
    else if (mode === 'connect-and-sign') {
      const isReady = ready?.connector === now.connector && ready.address === now.address
      await sign(isReady && ready ? ready : now, reason)
    }
  }

  function askFirst(reason: OpenChangeReason): Promise<unknown> {
    return import('./askFirst.ts').then(
      (part) => part.askFirst(flow, reason, () => attempt !== undefined),
      // A choice needs only the dialog, which may still load.
      () => attempt ?? flow.choose(reason),
    )
  }

  function sign(connected: ConnectedWallet, reason: OpenChangeReason): Promise<unknown> | void {
    const { address, connector, provider: asked, signIn } = connected
    if (!asked || !signIn) return askFirst(reason)
    const mine = begin()
    const signing = signIn({
      ...options,
      connected: { ...connected, provider: asked },
      signal: mine.signal,
      onMessage(message, walletName) {
        send({ type: 'signatureAsked', wallet: connector, walletName, address, message, reason })
      },
      onReady: (name) => flow.offer(mine, { ...connected, provider: asked, signIn }, name),
    })
    signing.then(
      () => finish(mine, { type: 'ended', reason: 'signed-in' }),
      (error: TakoKitError) => fail(mine, error),
    )
  }

  /** Cancels the active attempt. A signature that arrives later is dropped. */
  function close(reason: OpenChangeReason = 'close', next?: FlowEvent): void {
    attempt?.abort()
    attempt = undefined
    stopHelp()
    send(next ?? { type: 'ended', reason })
  }

  const flow: Flow = {
    getOptions: () => options,
    setOptions(next) {
      options = next
    },
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    isCurrent: (mine) => attempt === mine,
    isActive: () => attempt !== undefined || state.step !== 'idle',
    send,
    begin,
    finish,
    fail,
    start,
    sign,
    offer(mine, connected, walletName) {
      const { address } = connected
      finish(mine, { type: 'walletReady', walletName, address, reason: 'connected' })
      ready = connected
    },
    close,
    reportMissing(cause) {
      if (!attempt) send({ type: 'partMissing', error: notLoaded(cause), reason: 'failed' })
    },
    choose: (reason = 'trigger') => close(reason, { type: 'choiceOffered', reason }),
  }
  return flow
}
