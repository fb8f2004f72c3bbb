import { useCallback, useSyncExternalStore } from 'react'
import type { DevtoolsWallet, WalletRequest } from '../types/DevtoolsWallet.ts'
import { useNow } from './useNow.ts'

/** The requests of a test wallet, oldest first, and the ids of those that wait for a decision. */
export function useWalletRequests({ controls }: DevtoolsWallet): {
  log: readonly WalletRequest[]
  pending: readonly number[]
} {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [controls.subscribe(listener), controls.onRequest(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [controls],
  )
  // Answers to what needs no decision are not told: they are read with the next second.
  useNow(Date.now)
  const log = useSyncExternalStore(
    subscribe,
    () => controls.log,
    () => controls.log,
  )
  return { log, pending: controls.pending.map(({ id }) => id) }
}
