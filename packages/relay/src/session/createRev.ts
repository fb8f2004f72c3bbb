import { encodeBase64Url } from '../utils/base64Url.ts'
import { drawBytes } from '../cookies/drawBytes.ts'

/** A unique name for one write of a row. */
export function createRev(): string {
  return encodeBase64Url(drawBytes(16))
}
