import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

const byPlatform = await import('./base64Url.ts')
vi.resetModules()
vi.stubGlobal('Buffer', undefined)
const byJose = await import('./base64Url.ts')
vi.unstubAllGlobals()

describe.each([
  ['the platform', byPlatform],
  ['jose', byJose],
])('by %s', (_, { decodeBase64Url, encodeBase64Url }) => {
  test('behavior: writes and reads bytes as others do', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url')
        expect(encodeBase64Url(bytes)).toBe(text)
        expect(new Uint8Array(decodeBase64Url(text))).toEqual(new Uint8Array(bytes))
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
})
