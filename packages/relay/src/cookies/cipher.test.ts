import * as crypto from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cipher, createNodeCipher, portableCipher } from './cipher.ts'

const node = createNodeCipher(crypto)
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const plain = (from: Uint8Array) => new Uint8Array(from)

test('behavior: each opens what the other has sealed, for the same key and use only', () => {
  fc.assert(
    fc.property(
      bytes(32),
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 2_000 }),
      (key, use, text) => {
        const otherKey = key.map((byte, index) => (index === 31 ? byte ^ 1 : byte))
        const otherUse = Uint8Array.from([...use, 0])
        for (const [one, other] of [
          [node, portableCipher],
          [portableCipher, node],
        ] as const) {
          const sealed = plain(one.encrypt(key, use, text))
          expect(plain(other.decrypt(key, use, sealed))).toEqual(plain(text))
          expect(() => other.decrypt(otherKey, use, sealed)).toThrow()
          expect(() => other.decrypt(key, otherUse, sealed)).toThrow()
        }
      },
    ),
  )
})

test('behavior: nothing that was changed or cut opens', () => {
  const [key, use] = [new Uint8Array(32).fill(7), new Uint8Array(3)]
  const sealed = plain(node.encrypt(key, use, new Uint8Array(20)))
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte))
    expect(() => node.decrypt(key, use, changed)).toThrow()
    expect(() => node.decrypt(key, use, sealed.subarray(0, at))).toThrow()
  }
})

test('default: Node uses its own', () => {
  expect(cipher).not.toBe(portableCipher)
})
