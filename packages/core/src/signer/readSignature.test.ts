import { expect, test } from 'vitest'
import { readSignature } from './readSignature.ts'

const digits = `${'aB'.repeat(64)}1b`
const signature = `0x${digits.toLowerCase()}`

test.each([
  ['as it should be', `0x${digits}`],
  ['without 0x', digits],
  ['with 0X', `0X${digits}`],
  ['in capitals', `0X${digits.toUpperCase()}`],
  ['with white space around it', `\n 0x${digits}\t`],
])('default: %s', (_, answer) => {
  expect(readSignature(answer)).toBe(signature)
})

test('behavior: what stands for a message that was signed on chain', () => {
  expect(readSignature('0x')).toBe('0x')
})

test.each([
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ' '],
  ['a number', 5],
  ['an object', { signature }],
  ['an array', [signature]],
  ['bytes', new Uint8Array(65)],
  ['no hex', '0xno'],
  ['half a byte', '0x123'],
  ['two signatures', `${signature} ${signature}`],
  ['far too much', `0x${'ab'.repeat(1_000_000)}`],
])('behavior: %s is no signature', (_, answer) => {
  expect(() => readSignature(answer)).toThrow(
    expect.objectContaining({ code: 'wallet/cannot-sign' }),
  )
})
