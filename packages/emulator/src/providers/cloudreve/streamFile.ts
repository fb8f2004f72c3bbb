const chunkBytes = 16 * 1_024

/** A file of this size, generated as it is read; the reader sets the pace. */
export function streamFile(size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let left = size
  return new ReadableStream(
    {
      pull(controller) {
        const length = Math.min(left, chunkBytes)
        left -= length
        if (length > 0) controller.enqueue(new Uint8Array(length).fill(0x2e))
        if (left === 0) controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
