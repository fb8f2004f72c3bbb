import { encode } from 'uqr'

/** The quiet zone that scanners need, and the side of a finder pattern, in modules. */
const border = 4
const eye = 7
/** Hidden by the wallet's icon: at most a fifth of the width, of which error correction can restore 15 %. */
const holePart = 0.2

/** A QR code with round modules. */
export interface QrCode {
  /** Of a side, in modules. */
  size: number
  path: string
  /** The free square in its middle. */
  hole: { at: number; size: number }
}

/** A QR code as one SVG path: dots, and finder patterns as rounded squares, which the even-odd rule keeps hollow. */
export function drawQrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border })
  const hole = Math.floor(((size - 2 * border) * holePart) / 2) * 2 + 1
  const at = (size - hole) / 2
  const far = size - border - eye
  const isEye = (x: number, y: number) =>
    (y < border + eye && (x < border + eye || x >= far)) || (y >= far && x < border + eye)
  const isHole = (x: number, y: number) => x >= at && x < at + hole && y >= at && y < at + hole
  const dots = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark && !isEye(x, y) && !isHole(x, y) ? dot(x, y) : '')),
  )
  const eyes = [
    [border, border],
    [far, border],
    [border, far],
  ].map(
    ([x = 0, y = 0]) =>
      square(x, y, 7, 2) + square(x + 1, y + 1, 5, 1.25) + square(x + 2, y + 2, 3, 1),
  )
  return { size, path: [...dots, ...eyes].join(''), hole: { at, size: hole } }
}

/** Wide enough that neighbours touch: scanners see no gaps. */
const dot = (x: number, y: number) => `M${x} ${y + 0.5}a.5 .5 0 1 0 1 0a.5 .5 0 1 0-1 0z`

function square(x: number, y: number, side: number, r: number): string {
  const line = side - 2 * r
  const corner = (to: string) => `a${r} ${r} 0 0 1 ${to}`
  return `M${x + r} ${y}h${line}${corner(`${r} ${r}`)}v${line}${corner(`${-r} ${r}`)}h${-line}${corner(`${-r} ${-r}`)}v${-line}${corner(`${r} ${-r}`)}z`
}
