import type { WalletStore } from './WalletSnapshot.ts'

/** Waits until a previously connected wallet has answered, for at most `patienceMs`. */
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
