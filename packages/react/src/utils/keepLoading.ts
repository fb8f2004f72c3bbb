import { setPageTimer } from './setPageTimer.ts'

const retryMs = 3_000

/**
 * Loads a part, and retries every few seconds; `onFail` is called on each failure. Returns a function that stops it, and
 * what `onLoad` began.
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
