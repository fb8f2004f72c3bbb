import { numberToHex } from 'viem'
import { rpcErrors } from '../errors/rpcErrors.ts'
import { countRequests } from '../requests/countRequests.ts'
import { changeState } from '../state/changeState.ts'
import { switchChain } from '../state/switchChain.ts'
import type { TestWalletControls } from '../TestWalletControls.ts'
import type { WalletContext } from '../WalletContext.ts'
import { findAddress } from './findAddress.ts'
import { findPending } from './findPending.ts'
import { waitForPending } from './waitForPending.ts'

/** The controls of the wallet's user, or of a test. */
export function createControls(context: WalletContext): TestWalletControls {
  const { behaviors, events, log, pending, requestListeners, settings, state } = context
  return {
    get pending() {
      return pending.get()
    },
    get state() {
      return state.get()
    },
    get settings() {
      return settings.get()
    },
    get log() {
      return log.get()
    },
    get requests() {
      return countRequests(log.get())
    },
    subscribe(listener) {
      const stops = [pending, state, settings].map((source) => source.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    onRequest(listener) {
      const own: typeof listener = (method, params) => listener(method, params)
      requestListeners.add(own)
      return () => {
        requestListeners.delete(own)
      }
    },
    waitForPending: (filter) => waitForPending(pending, filter),
    approve: (id) => pending.settle(findPending(pending, id).id, true),
    reject: (id) => pending.settle(findPending(pending, id).id, false),
    close(id) {
      const isAnswered = settings.get().closeBehavior === 'reject'
      pending.settle(findPending(pending, id).id, isAnswered ? false : undefined)
    },
    next: (behavior, options) => behaviors.add({ behavior, ...options }),
    configure: (change) => settings.set({ ...settings.get(), ...change }),
    switchAccount: (account) => changeState(context, { address: findAddress(context, account) }),
    switchChain: (chainId, options) => switchChain(context, chainId, options?.format),
    lock: () => changeState(context, { isLocked: true }),
    unlock: () => changeState(context, { isLocked: false }),
    revoke: () => changeState(context, { isAuthorized: false }),
    disconnect() {
      if (!state.get().isConnected) return
      state.set({ ...state.get(), isConnected: false })
      events.emit('disconnect', rpcErrors.disconnected())
    },
    reconnect() {
      if (state.get().isConnected) return
      state.set({ ...state.get(), isConnected: true })
      events.emit('connect', { chainId: numberToHex(state.get().chainId) })
    },
  }
}
