/** Calls back after `delayMs`. Returns a function that cancels the timer. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void

/** The page's own timer. */
export const setPageTimer: SetTimer = (callback, delayMs) => {
  const timer = setTimeout(callback, delayMs)
  return () => clearTimeout(timer)
}
