import { verifyMessage } from 'viem'
import { describe, expect, test } from 'vitest'
import { takoFixture } from '@takokit/emulator/fixtures'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { createTakoMessage, type CreateTakoMessageParameters } from './createTakoMessage.ts'

const documented = takoFixture.signIn.request.body as { message: string; signature: `0x${string}` }
const address = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9' as const
const issuedAt = new Date('2023-08-01T10:29:31.000Z')

describe('createTakoMessage', () => {
  test('default: the documented text, byte for byte, and its documented signature verifies over it', async () => {
    const message = createTakoMessage({ address, issuedAt })
    expect(message).toBe(documented.message)
    expect(await verifyMessage({ address, message, signature: documented.signature })).toBe(true)
    // Shows that the check can fail: a text with one newline less is rejected.
    const shorter = message.slice(0, -1)
    expect(
      await verifyMessage({ address, message: shorter, signature: documented.signature }),
    ).toBe(false)
  })

  test('parameters: address in lower case is written with its checksum', () => {
    expect(createTakoMessage({ address: address.toLowerCase() as typeof address, issuedAt })).toBe(
      documented.message,
    )
  })

  test('parameters: header, before, after', () => {
    expect(
      createTakoMessage({
        address,
        issuedAt,
        header: 'Sign in to example.com with Tako.',
        before: ['Origin: https://example.com', ''],
        after: ['Nonce: 12345678'],
      }),
    ).toMatchInlineSnapshot(`
      "Sign in to example.com with Tako.

      This request will not trigger a blockchain transaction or cost any gas fees.

      Origin: https://example.com


      ACCOUNT:
      0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9

      ISSUED AT:
      2023-08-01T10:29:31.000Z

      Nonce: 12345678
      "
    `)
  })

  test.each([
    ['an address that is none', { address: '0x123' }],
    ['a date that is none', { address, issuedAt: new Date(Number.NaN) }],
    ['a year that RFC 3339 cannot write', { address, issuedAt: new Date(8.64e15) }],
    ['a line break in an added line', { address, header: 'one\ntwo' }],
    ['a label in an added line', { address, after: ['Account:'] }],
    ['a label and blanks in an added line', { address, after: ['\u00a0 Issued At: '] }],
    [
      'a label in an added line, with a carriage return',
      { address, before: ['issued at:\r'] } as const,
    ],
  ] satisfies [string, CreateTakoMessageParameters][])(
    'behavior: %s is an error',
    (_, parameters) => {
      expect(() => createTakoMessage(parameters)).toThrow(TakoKitError)
      expect(() => createTakoMessage(parameters)).toThrow(
        expect.objectContaining({ code: 'message/invalid' }),
      )
    },
  )

  test.each([
    ['a line feed', 'one\ntwo', 'U+000A', 4],
    ['a carriage return', '\r', 'U+000D', 1],
    ['a tab', 'a\tb', 'U+0009', 2],
    ['NUL', 'a\0', 'U+0000', 2],
    ['an escape', '\u001b[31m', 'U+001B', 1],
    ['DEL', '\u007f', 'U+007F', 1],
    ['a C1 control', 'abc\u0085', 'U+0085', 4],
    ['a direction override', 'pay \u202eELPMAXE', 'U+202E', 5],
    ['an isolate', '\u2066', 'U+2066', 1],
    ['a mark', '\u200f', 'U+200F', 1],
    ['a lone surrogate', 'four \ud800', 'U+D800', 6],
    ['a separator of lines', 'a\u2028ACCOUNT:', 'U+2028', 2],
    ['a separator of paragraphs', '\u2029', 'U+2029', 1],
    ['the other one', '\udfff', 'U+DFFF', 1],
  ])('behavior: %s is named, and where it is', (_, line, code, at) => {
    for (const [place, added] of [
      ['header', { header: line }],
      ['before[1]', { before: ['fine', line] }],
      ['after[0]', { after: [line] }],
    ] as const) {
      const make = () => createTakoMessage({ address, issuedAt, ...added })
      expect(make).toThrow(expect.objectContaining({ code: 'message/invalid' }))
      expect(make).toThrow(place)
      expect(make).toThrow(`${code} at character ${at}`)
    }
  })

  test('behavior: what is longer than anybody reads is refused, wherever it is', () => {
    const long = 'a'.repeat(2_500)
    for (const [place, added] of [
      ['header', { header: 'a'.repeat(4_001) }],
      ['before[0]', { header: long, before: [long] }],
      ['after[1]', { after: [long, long] }],
      ['after[0]', { after: ['a'.repeat(10_000_000)] }],
      ['before[3947]', { before: Array.from({ length: 100_000 }, () => '') }],
    ] as const)
      expect(() => createTakoMessage({ address, issuedAt, ...added })).toThrow(
        `\`${place}\` is too long`.replace('`header`', '`header[0]`'),
      )
    expect(createTakoMessage({ address, issuedAt, after: ['a'.repeat(3_900)] })).toContain('aaaa')
    expect(createTakoMessage({ address, issuedAt, after: ['مرحبا 👩‍👩‍👧 नमस्ते'] })).toContain(
      '👩‍👩‍👧',
    )
  })

  test('behavior: letters in any case are taken, since some chains write other checksums (ERC-1191)', () => {
    const other = address.replace('0x4DD3', '0x4dD3') as typeof address
    expect(createTakoMessage({ address: other, issuedAt })).toBe(documented.message)
  })
})
