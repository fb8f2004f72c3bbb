import { parseSiweMessage, SiweMessageError } from '@takokit/core/siwe'
import { getAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { createRandom, type Random } from '../simulation/createRandom.ts'
import { siweAbnf } from './abnf.ts'
import { createGrammar } from './createGrammar.ts'
import { siweCases } from './siweCases.ts'

/** Each is written, and changed in 5 places. More at will: `SIWE_FUZZ=20000`. */
const count = Number(process.env.SIWE_FUZZ ?? 300)
const grammar = createGrammar(siweAbnf)
const isLegal = (text: string) => grammar.matches('sign-in-with-ethereum', text)

/** The grammar does not say which dates exist, how an address is written, or that a host has a name. */
function generate(random: Random): string {
  return grammar.generate('sign-in-with-ethereum', random, {
    'date-time': () => writeDate(random),
    address: () => writeAddress(random),
    domain: () => {
      const domain = grammar.generate('authority', random)
      const host = domain.slice(domain.indexOf('@') + 1)
      return host === '' || host.startsWith(':') ? `a${host}` : domain
    },
  })
}

function writeDate(random: Random): string {
  const date = new Date(random.int(253_402_300_800_000)).toISOString()
  const fraction = random.pick(['', '.5', '.123456789', date.slice(19, -1)])
  const zone = random.pick(['Z', 'z', '+00:00', '-00:00', '+14:00', '-23:59', '+05:45'])
  return `${date.slice(0, 10)}${random.pick(['T', 't'])}${date.slice(11, 19)}${fraction}${zone}`
}

function writeAddress(random: Random): string {
  const hex = Array.from({ length: 40 }, () => random.int(16).toString(16)).join('')
  return random.pick([`0x${hex}`, `0x${hex.toUpperCase()}`, getAddress(`0x${hex}`)])
}

/** Bytes that stand somewhere in the grammar, and some that stand nowhere in it. */
const bytes = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'\n\n\n%%::@[]//  01Zz-é\u0085\u200b\u2028',
]

function mutate(text: string, random: Random): string {
  const at = random.int(text.length + 1)
  const byte = random.pick(bytes)
  return random.pick([
    text.slice(0, at) + byte + text.slice(at + 1),
    text.slice(0, at) + byte + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
  ])
}

/** Where the parser is stricter than the letter of the grammar: a date exists, an address has its form, a host its name. */
const isStricter = ({ rule, message }: SiweMessageError) =>
  ['issued-at', 'expiration-time', 'not-before', 'address'].includes(rule) ||
  message.endsWith('It names no host.')

function read(text: string): SiweMessageError | undefined {
  try {
    parseSiweMessage(text)
    return undefined
  } catch (error) {
    if (error instanceof SiweMessageError) return error
    throw error
  }
}

describe('parseSiweMessage and the grammar as it is printed', () => {
  test('the grammar judges the signed cases as the parser does', () => {
    const different = siweCases.filter(({ message }) => {
      const error = read(message)
      return error ? !isStricter(error) && isLegal(message) : !isLegal(message)
    })
    expect(different).toEqual([])
  })

  test(`accepts what the grammar writes (${count} texts)`, () => {
    const random = createRandom(4361)
    for (let index = 0; index < count; index++) {
      const text = generate(random)
      expect(read(text), text).toBeUndefined()
    }
  })

  test(`a changed byte is accepted only if the grammar accepts it (${5 * count} texts)`, () => {
    const random = createRandom(4362)
    let accepted = 0
    let refused = 0
    for (let index = 0; index < 5 * count; index++) {
      const text = mutate(generate(random), random)
      const error = read(text)
      if (error) refused++
      else accepted++
      if (!error) expect(isLegal(text), text).toBe(true)
      else if (!isStricter(error)) expect(isLegal(text), `${error}\n${text}`).toBe(false)
    }
    expect(accepted).toBeGreaterThan(count / 2)
    expect(refused).toBeGreaterThan(count / 2)
  })
})
