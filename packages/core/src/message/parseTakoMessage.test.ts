import fc from 'fast-check'
import { getAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { createTakoMessage } from './createTakoMessage.ts'
import { parseTakoMessage } from './parseTakoMessage.ts'
import { defaultHeader } from './takoMessageParts.ts'

const address = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9'
const issuedAt = new Date('2023-08-01T10:29:31.000Z')
const documented = createTakoMessage({ address, issuedAt })

describe('parseTakoMessage', () => {
  test('default', () => {
    expect(parseTakoMessage(documented)).toEqual({
      address,
      issuedAt,
      header: defaultHeader,
      before: [],
      after: [],
    })
  })

  test.each([
    [
      'one newline before ISSUED AT',
      `\nACCOUNT:\n${address}\nISSUED AT:\n2023-08-01T10:29:31.000Z\n\n`,
    ],
    ['carriage returns', documented.replaceAll('\n', '\r\n')],
    ['no newline at the end', documented.trimEnd()],
    [
      'the block at the very beginning',
      `ACCOUNT:\n${address}\n\nISSUED AT:\n2023-08-01T10:29:31.000Z`,
    ],
    ['an address in lower case', documented.replace(address, address.toLowerCase())],
    [
      'an address in upper case',
      documented.replace(address, `0x${address.slice(2).toUpperCase()}`),
    ],
    [
      'the older client’s labels',
      `hi\naccount:\n${address}\nchain: 1\n\nIssued At:\n2023-08-01T10:29:31.000Z\n`,
    ],
    ['a zone', documented.replace('10:29:31.000Z', '18:29:31.000+08:00')],
    ['no fraction', documented.replace('.000Z', 'Z')],
    ['nine fractional digits', documented.replace('.000Z', '.000000000Z')],
    [
      'small letters in the time',
      documented.replace('2023-08-01T10:29:31.000Z', '2023-08-01t10:29:31z'),
    ],
  ])('behavior: reads %s', (_, text) => {
    expect(parseTakoMessage(text)).toMatchObject({ address, issuedAt })
  })

  test.each([
    ['no account', documented.replace('ACCOUNT:', 'ACCOUNTS:'), 'has no line `ACCOUNT:`'],
    ['no time', documented.replace('ISSUED AT:', 'ISSUED'), 'has no line `ISSUED AT:`'],
    [
      'two accounts',
      `${documented}ACCOUNT:\n${address}\n`,
      'Line 11 of the message: `ACCOUNT:` stands here a second time',
    ],
    ['two times', `${documented}issued at:\n2024-01-01T00:00:00Z`, 'stands here a second time'],
    ['the time first', 'ISSUED AT:\n2023-08-01T10:29:31Z\nACCOUNT:\n', 'Line 1 of the message'],
    [
      'a short address',
      documented.replace(address, '0x4DD3'),
      'Line 6 of the message: This is not an Ethereum address',
    ],
    [
      'a wrong checksum',
      documented.replace('0x4DD3', '0x4dD3'),
      'Line 6 of the message: The checksum',
    ],
    [
      'an impossible day',
      documented.replace('08-01', '02-30'),
      'Line 9 of the message: This is not a time',
    ],
    ['an impossible hour', documented.replace('T10', 'T25'), 'not a time'],
    ['no zone', documented.replace('000Z', '000'), 'not a time'],
    ['a label at the very end', `ACCOUNT:\n${address}\nISSUED AT:`, 'not a time'],
    ['nothing', '', 'has no line `ACCOUNT:`'],
  ])('behavior: refuses %s, and says where', (_, text, message) => {
    expect(() => parseTakoMessage(text)).toThrow(message)
    expect(() => parseTakoMessage(text)).toThrow(
      expect.objectContaining({ code: 'message/invalid' }),
    )
  })

  // Separators end a line too, where a wallet shows the text: none is built with them.
  const line = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((text) => !/[\r\n\u2028\u2029]/.test(text) && !/^(account|issued at):$/i.test(text))
  const parameters = fc.record({
    address: fc
      .uint8Array({ minLength: 20, maxLength: 20 })
      .map((bytes) => getAddress(`0x${Buffer.from(bytes).toString('hex')}`)),
    issuedAt: fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    }),
    header: line,
    before: fc.array(line, { maxLength: 5 }),
    after: fc.array(line, { maxLength: 5 }),
  })

  test('behavior: reads what is built, whatever was added', () => {
    fc.assert(
      fc.property(parameters, (given) => {
        expect(parseTakoMessage(createTakoMessage(given))).toEqual(given)
      }),
      { seed: 20261120, numRuns: 2_000 },
    )
  })

  test('behavior: no text makes it throw anything but its own error (10 000 texts)', () => {
    const noise = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
    )
    const mutated = fc
      .tuple(parameters, fc.nat(400), fc.nat(40), fc.string({ unit: 'grapheme', maxLength: 20 }))
      .map(([given, at, removed, inserted]) => {
        const text = createTakoMessage(given)
        return text.slice(0, at) + inserted + text.slice(at + removed)
      })
    let read = 0
    let refused = 0
    fc.assert(
      fc.property(fc.oneof(noise, mutated), (text) => {
        try {
          parseTakoMessage(text)
          read++
        } catch (error) {
          expect(error).toBeInstanceOf(TakoKitError)
          expect((error as TakoKitError).code).toBe('message/invalid')
          refused++
        }
      }),
      { seed: 20261120, numRuns: 10_000 },
    )
    // Both kinds of text occurred.
    expect(read).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(100)
  })

  test('behavior: a very long text is no burden', () => {
    const long = `${'\n'.repeat(200_000)}${'ACCOUNT: '.repeat(50_000)}`
    expect(() => parseTakoMessage(long)).toThrow(TakoKitError)
  })
})
