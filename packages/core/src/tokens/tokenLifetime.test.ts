import { cloudreveFixture, takoFixture } from '@takokit/emulator/fixtures'
import { describe, expect, test } from 'vitest'
import {
  clampLifetime,
  jwtExpiresAt,
  jwtLifetime,
  jwtSubject,
  parseLifetime,
  parseSeconds,
} from './tokenLifetime.ts'

const tako = takoFixture.signIn.response.body.data.token
const cloudreve = cloudreveFixture.refresh.response.body.data.access_token

test('clampLifetime: 10 seconds to 30 days', () => {
  expect([0, -1, 10_000, 3_600_000, 1e15].map(clampLifetime)).toEqual([
    10_000, 10_000, 10_000, 3_600_000, 2_592_000_000,
  ])
})

test('clampLifetime: what is no number is the usual hour', () => {
  const values = [Number.NaN, 'x', undefined] as number[]
  expect(values.map(clampLifetime)).toEqual([3_600_000, 3_600_000, 3_600_000])
  expect(clampLifetime(Number.POSITIVE_INFINITY)).toBe(2_592_000_000)
})

test('parseLifetime: what cannot be a lifetime says nothing', () => {
  expect([3600, '60', '1.5', 0.5].map(parseLifetime)).toEqual([3_600_000, 60_000, 1_500, 500])
  const none = [
    0,
    -1,
    '-1',
    '0',
    1e12,
    3_600_000,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    'x',
    {},
    [],
    [60],
    true,
    60n,
    null,
    '0x10',
    '0b11',
    '1e3',
    '60s',
    '60,5',
    '1_000',
    '+60',
    '٦٠',
    'Infinity',
  ]
  expect(none.map(parseLifetime)).toEqual(none.map(() => undefined))
})

test('parseSeconds', () => {
  expect([3600, '60', '1.5', -1].map(parseSeconds)).toEqual([3_600_000, 60_000, 1_500, -1_000])
  expect(
    [Number.NaN, Number.POSITIVE_INFINITY, '', ' ', 'soon', null, undefined, {}].map(parseSeconds),
  ).toEqual(Array(8).fill(undefined))
})

describe('what a JWT says', () => {
  test('default: the documented tokens', () => {
    expect(jwtSubject(tako)).toBe(takoFixture.address)
    expect(jwtExpiresAt(tako)).toBe(1_690_963_447_000)
    expect(jwtLifetime(tako)).toBeUndefined()
    expect(jwtSubject(cloudreve)).toBe('lpua')
    expect(jwtLifetime(cloudreve)).toBe(3_600_000)
  })

  const jwt = (claims: unknown) =>
    `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
  test('behavior: names outside of Latin-1', () => {
    expect(jwtSubject(jwt({ sub: 'użytkownik-章魚' }))).toBe('użytkownik-章魚')
  })

  test.each([
    '',
    'opaque',
    'a.b',
    'a.!!!.c',
    `a.${btoa('no json')}.c`,
    jwt('text'),
    jwt(null),
    jwt({ sub: 5 }),
  ])('behavior: %s says nothing', (token) => {
    expect(jwtSubject(token)).toBeUndefined()
    expect(jwtLifetime(token)).toBeUndefined()
  })

  test('behavior: claims in smaller units, all or some', () => {
    const [issuedAt, endsAt] = [1_690_959_847, 1_690_963_447]
    const units = [1, 1e3, 1e6, 1e9]
    for (const iat of units.map((unit) => issuedAt * unit))
      for (const exp of units.map((unit) => endsAt * unit)) {
        expect(jwtLifetime(jwt({ iat, exp }))).toBe(3_600_000)
        expect(jwtExpiresAt(jwt({ iat, exp }))).toBe(endsAt * 1000)
      }
  })

  test.each([
    ['nbf 0', { nbf: 0 }],
    ['nbf of long ago', { nbf: 1_000_000_000 }],
    ['nbf a minute before', { nbf: 1_690_959_787 }],
    ['nbf that is no time', { nbf: 'soon' }],
    ['iat 0', { iat: 0, nbf: 1_690_959_847 }],
    ['as digits', { iat: '1690959847', exp: '1690963447' }],
  ])('behavior: %s does not make a token live longer', (_, claims) => {
    const usual = { iat: 1_690_959_847, exp: 1_690_963_447 }
    expect(jwtLifetime(jwt({ ...usual, ...claims }))).toBe(3_600_000)
  })

  test.each([
    ['a year', { iat: 1_690_959_847, exp: 1_722_495_847 }],
    ['since 1970', { nbf: 0, exp: 1_690_963_447 }],
    ['until the year 3000', { iat: 1_690_959_847, exp: 32_503_680_000 }],
    ['beyond numbers', '{"iat":1690959847,"exp":1e400}'],
    ['negative', { iat: 1_690_963_447, exp: 1_690_959_847 }],
    ['before 1970', { iat: 1_690_959_847, exp: -1 }],
    ['no time', { iat: 1_690_959_847, exp: true }],
    ['no start', { exp: 1_690_963_447 }],
    ['no end', { iat: 1_690_959_847 }],
  ])('behavior: a lifetime that cannot be: %s', (_, claims) => {
    const text = typeof claims === 'string' ? claims : JSON.stringify(claims)
    expect(jwtLifetime(`h.${Buffer.from(text).toString('base64url')}.s`)).toBeUndefined()
  })

  test('behavior: a lifetime that is none', () => {
    expect(jwtLifetime(jwt({ nbf: 100, exp: 100 }))).toBeUndefined()
    expect(jwtLifetime(jwt({ iat: 100, exp: 160 }))).toBe(60_000)
  })
})
