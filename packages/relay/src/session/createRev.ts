import { encodeBase64Url } from '../cookies/base64Url.ts'
import { drawBytes } from '../cookies/drawBytes.ts'

/** A name for one writing of a row, which no other writing has. */
export function createRev(): string {
  return encodeBase64Url(drawBytes(16))
}
