import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url } from './base64Url.ts'

test('behavior: writes and reads bytes as others do', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64url')
      expect(encodeBase64Url(bytes)).toBe(text)
      expect(decodeBase64Url(text)).toEqual(new Uint8Array(bytes))
    }),
  )
})

test.each([
  'A',
  'AAAAA',
  'AA=',
  'AA==',
  'AA+A',
  'AA/A',
  'AA A',
  ' AAA',
  'AAA\n',
  'AB',
  'AAB',
  'AAé',
  'AA\u{1f600}',
])('behavior: %j is refused', (text) => {
  expect(() => decodeBase64Url(text)).toThrow(TypeError)
})
