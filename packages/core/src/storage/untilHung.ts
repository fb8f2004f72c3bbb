const halfMs = 1_500

/**
 * Calls back when the browser's storage has not answered for three seconds: in some browsers IndexedDB never does. It uses two
 * timers, because after sleep a due timer fires before an answer that has already arrived. Returns a function that stops it.
 */
export function untilHung(onHung: (error: Error) => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(() => onHung(new Error('IndexedDB does not answer.')), halfMs)
  }, halfMs)
  return () => clearTimeout(timer)
}
