const halfMs = 1_500

/**
 * Calls back when the browser's storage has not answered for three seconds: in some browsers IndexedDB never does. In two halves, since
 * after sleep one timer is due at once, before the answer that was there all along is told. What it returns stops it.
 */
export function untilHung(onHung: (error: Error) => void): () => void {
  let timer = setTimeout(() => {
    timer = setTimeout(() => onHung(new Error('IndexedDB does not answer.')), halfMs)
  }, halfMs)
  return () => clearTimeout(timer)
}
