const stockBytes = 4_096
let stock = new Uint8Array(0)
let drawn = 0

/**
 * Random bytes, none of which is given twice. They come of a stock, since random bytes cost more by the draw than by the
 * byte. What is given is a part of it, and is not to be written to.
 */
export function drawBytes(length = 32): Uint8Array<ArrayBuffer> {
  if (drawn + length > stock.length) {
    stock = crypto.getRandomValues(new Uint8Array(Math.max(stockBytes, length)))
    drawn = 0
  }
  drawn += length
  return stock.subarray(drawn - length, drawn)
}
