import type { WalletStore } from './WalletSnapshot.ts'

/** Waits until a wallet that was connected before has answered; not longer than `patienceMs`. */
export function whenIdle(wallet: WalletStore, patienceMs = 2_000): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, patienceMs)
    const stop = wallet.subscribe(() => {
      if (wallet.getSnapshot().status !== 'pending') end()
    })
  })
}
