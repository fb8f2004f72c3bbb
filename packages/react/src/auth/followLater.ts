import { setPageTimer } from '../utils/setPageTimer.ts'
import type { FollowParameters } from './followWallet.ts'

/** Loads {@link followWallet}, again where the network fails, and begins: no wallet settles before that matters. */
export function followLater(parameters: FollowParameters): () => void {
  let isStopped = false
  let stop = () => {
    isStopped = true
  }
  const load = () =>
    import('./followWallet.ts').then(
      ({ followWallet }) => {
        if (!isStopped) stop = followWallet(parameters)
      },
      () => {
        if (!isStopped) setPageTimer(load, 2_000)
      },
    )
  void load()
  return () => stop()
}
