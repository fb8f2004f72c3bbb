const stockBytes = 4_096
let stock = new Uint8Array(0)
let drawn = 0

/**
 * Random bytes, never the same ones twice. They are taken from a pool, because random bytes cost more per call than per byte.
 * The result is a view of the pool: do not write to it.
 */
export function drawBytes(length = 32): Uint8Array<ArrayBuffer> {
  if (drawn + length > stock.length) {
    stock = crypto.getRandomValues(new Uint8Array(Math.max(stockBytes, length)))
    drawn = 0
  }
  drawn += length
  return stock.subarray(drawn - length, drawn)
}
