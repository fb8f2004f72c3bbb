import { setPageTimer } from './setPageTimer.ts'

const retryMs = 3_000

/**
 * Loads a part, again every few seconds until it is there; `onFail` hears of each time. Returns what stops it, and what
 * `onLoad` began.
 */
export function keepLoading<part>(
  load: () => Promise<part>,
  onLoad: (part: part) => (() => void) | void,
  onFail?: (cause: unknown) => void,
): () => void {
  let isStopped = false
  let stop: (() => void) | void
  const ask = () =>
    load().then(
      (part) => {
        if (!isStopped) stop = onLoad(part)
      },
      (cause: unknown) => {
        if (isStopped) return
        stop = setPageTimer(ask, retryMs)
        onFail?.(cause)
      },
    )
  void ask()
  return () => {
    isStopped = true
    stop?.()
  }
}
