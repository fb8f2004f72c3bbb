const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const toCode = Uint8Array.from(alphabet, (character) => character.charCodeAt(0))
const noValue = 64
const toValue = new Uint8Array(128).fill(noValue)
for (const [value, code] of toCode.entries()) toValue[code] = value
const decoder = new TextDecoder()
/** Several times as fast as a table, where the platform has it. */
const platform = (globalThis as { Buffer?: typeof Buffer }).Buffer

/** Bytes as base64url without padding (RFC 4648, 5). A table takes a third of the time of `btoa`. */
export function encodeBase64Url(bytes: Uint8Array): string {
  const { buffer, byteOffset, length } = bytes
  if (platform) return platform.from(buffer, byteOffset, length).toString('base64url')
  const codes = new Uint8Array(Math.ceil((length * 4) / 3))
  let at = 0
  for (let index = 0; index < length; index += 3) {
    const left = length - index
    const bits =
      ((bytes[index] ?? 0) << 16) |
      ((left > 1 ? (bytes[index + 1] ?? 0) : 0) << 8) |
      (left > 2 ? (bytes[index + 2] ?? 0) : 0)
    codes[at++] = toCode[bits >> 18] ?? 0
    codes[at++] = toCode[(bits >> 12) & 63] ?? 0
    if (left > 1) codes[at++] = toCode[(bits >> 6) & 63] ?? 0
    if (left > 2) codes[at++] = toCode[bits & 63] ?? 0
  }
  return decoder.decode(codes)
}

/** @throws {TypeError} if the text is not base64url. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const { length } = text
  if (length % 4 === 1) throw noBase64Url()
  if (platform) return decodeByPlatform(platform, text)
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let at = 0
  let bits = 0
  let held = 0
  for (let index = 0; index < length; index++) {
    const value = toValue[text.charCodeAt(index)] ?? noValue
    if (value === noValue) throw noBase64Url()
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = bits >> held
    }
  }
  // Otherwise several texts would decode to the same bytes (RFC 4648, 3.5).
  if (bits & ((1 << held) - 1)) throw noBase64Url()
  return bytes
}

/** It skips what is not base64url, so the text is checked first. */
function decodeByPlatform(platform: typeof Buffer, text: string): Uint8Array<ArrayBuffer> {
  const unusedBits = [0, 0, 15, 3][text.length % 4] ?? 0
  const last = toValue[text.charCodeAt(text.length - 1)] ?? 0
  if (!/^[\w-]*$/.test(text) || last & unusedBits) throw noBase64Url()
  return platform.from(text, 'base64url')
}

function noBase64Url(): TypeError {
  return new TypeError('This is not base64url.')
}
