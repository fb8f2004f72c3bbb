export interface WebpFrame {
  /** How long it is shown. */
  durationMs: number
  /** A still WebP file of the animation's size. */
  data: Uint8Array
}

/** One animated WebP file of still ones, by the container specification of WebP. It plays for ever. */
export function animatedWebp(
  { width, height }: { width: number; height: number },
  frames: readonly WebpFrame[],
): Uint8Array {
  const box = [...threeBytes(width - 1), ...threeBytes(height - 1)]
  const animationFlag = 0b10
  const header = chunk('VP8X', Uint8Array.from([animationFlag, 0, 0, 0, ...box]))
  // White behind it, repeated without end.
  const animation = chunk('ANIM', Uint8Array.from([255, 255, 255, 255, 0, 0]))
  const pictures = frames.map(({ durationMs, data }) => {
    const head = [0, 0, 0, 0, 0, 0, ...box, ...threeBytes(durationMs), 0b10]
    return chunk('ANMF', Buffer.concat([Uint8Array.from(head), ...pictureChunks(data)]))
  })
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), header, animation, ...pictures]))
}

/** The chunks of a still file that a frame may hold. Others, such as a colour profile, make browsers refuse the whole file. */
function pictureChunks(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const found: Uint8Array[] = []
  // Twelve bytes begin the file; eight begin a chunk.
  for (let at = 12; at + 8 <= file.length; ) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    const name = Buffer.from(file.subarray(at, at + 4)).toString()
    if (['ALPH', 'VP8 ', 'VP8L'].includes(name)) found.push(file.subarray(at, end))
    at = end
  }
  return found
}

const threeBytes = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255]

/** Padded to an even length, which its own length does not count. */
function chunk(name: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.write(name)
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
