import { bundle } from 'lightningcss'

/** A stylesheet with its imports as an application ships it: through the minifier of Vite and Next. */
export function minifyCss(file: string): Uint8Array {
  return bundle({ filename: file, minify: true }).code
}
