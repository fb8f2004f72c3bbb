import { type SetTimer, setPageTimer } from '../utils/setPageTimer.ts'
import type { WalletStore } from './createWalletStore.ts'

/** Waits while wagmi reconnects, since connecting meanwhile fails; not longer than `patienceMs`. */
export function whenIdle(
  wallet: WalletStore,
  {
    patienceMs = 2_000,
    setTimer = setPageTimer,
  }: { patienceMs?: number; setTimer?: SetTimer } = {},
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stopTimer()
      stop()
      resolve()
    }
    const stopTimer = setTimer(end, patienceMs)
    const stop = wallet.subscribe(() => {
      if (wallet.getSnapshot().status !== 'pending') end()
    })
  })
}
