import { describe, expect, test } from 'vitest'
import { contextOf } from '../testing/contextOf.ts'
import { siwe } from './siwe.ts'
import type { SiweOptions } from './SiweOptions.ts'

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const url = 'https://api.example/auth'
const signed = { address, message: 'text', signature: '0x12' } as const
const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 1 }
type Answer = Parameters<typeof contextOf>[0]

const challenge = (answer: Answer, options: SiweOptions = {}) => {
  const context = contextOf(answer)
  const outcome = siwe({ url, ...options }).challenge?.(context)
  return Promise.resolve(outcome).then((found) => ({ found, sent: context.sent }))
}
const exchange = async (answer: Answer, options: SiweOptions = {}) => {
  const context = contextOf(answer)
  const found = await siwe({ url, ...options }).exchange?.(context, signed)
  return { found, sent: context.sent }
}
const refresh = (answer: Answer, options: SiweOptions = {}, held: object = tokens) =>
  siwe({ url, ...options }).refresh(contextOf(answer), {
    tokens: held as typeof tokens,
    account: address,
  })
const cookie = { session: 'cookie' } as const

describe('siwe: challenge', () => {
  test('behavior: reads a nonce of plain text, by the method and path that are given', async () => {
    const endpoints = { challenge: { path: '/nonce', method: 'GET' } } as const
    const { found, sent } = await challenge({ text: 'k7Qm2xZp9Lr4Tb0w\n' }, { endpoints })
    expect(found).toMatchObject({ type: 'ok', challenge: { nonce: 'k7Qm2xZp9Lr4Tb0w' } })
    expect(sent).toMatchObject([{ method: 'GET', url: `${url}/nonce` }])
  })

  test('behavior: reads a field at a path', async () => {
    const json = { data: { csrfToken: '0123456789abcdef' }, expiresInMs: 60_000 }
    const { found } = await challenge({ json }, { fields: { nonce: 'data.csrfToken' } })
    expect(found).toMatchObject({ challenge: { nonce: '0123456789abcdef' }, lifetimeMs: 60_000 })
  })

  test.each<[string, Answer, string]>([
    ['a page', { text: '<html>Wi-Fi</html>' }, 'malformed'],
    ['a nonce that the grammar refuses', { json: { nonce: 'short' } }, 'malformed'],
    ['nothing', { json: {} }, 'malformed'],
    ['a number', { json: { nonce: 12_345_678 } }, 'malformed'],
    ['`null`', { json: null }, 'malformed'],
    ['a 404', { json: {}, status: 404 }, 'terminal'],
    ['a 429', { json: {}, status: 429 }, 'throttled'],
    ['a 503', { json: {}, status: 503 }, 'ambiguous'],
  ])('behavior: %s is no challenge', async (_, answer, type) => {
    expect((await challenge(answer)).found?.type).toBe(type)
  })
})

describe('siwe: exchange', () => {
  test('behavior: sends and reads own field names', async () => {
    const fields = {
      message: 'text',
      signature: 'proof',
      address: 'wallet',
      accessToken: 'data.jwt',
      refreshToken: 'data.next',
      expiresIn: 'data.ttl',
      subject: 'data.user',
    }
    const endpoints = { verify: { path: '/login', body: { device: 'page' } } }
    const json = { data: { jwt: 'A', next: 'B', ttl: 60, user: `eip155:1:${address}` } }
    const { found, sent } = await exchange({ json }, { fields, endpoints })
    expect(sent).toMatchObject([
      {
        url: `${url}/login`,
        body: { device: 'page', text: 'text', proof: '0x12', wallet: address },
      },
    ])
    expect(found).toMatchObject({
      tokens: { accessToken: 'A', refreshToken: 'B', lifetimeMs: 60_000, subject: address },
    })
  })

  test('behavior: a subject that is a user’s id says nothing about the account', async () => {
    const { found } = await exchange({ json: { token: 'A', address: 'user-17' } })
    expect(found).toMatchObject({ type: 'ok', tokens: { subject: undefined } })
  })

  test('behavior: an empty answer begins a session in a cookie, and none with tokens', async () => {
    expect((await exchange({ text: '' }, cookie)).found).toMatchObject({
      type: 'ok',
      tokens: { accessToken: '' },
    })
    expect((await exchange({ text: '' })).found?.type).toBe('malformed')
    expect((await exchange({ json: {} })).found?.type).toBe('malformed')
  })

  test.each<[string, Answer, string]>([
    [
      'a used nonce',
      { status: 401, json: { error: 'Invalid or expired nonce' } },
      'provider/message-expired',
    ],
    [
      'a code',
      { status: 400, json: { error: { code: 'NONCE_REUSED' } } },
      'provider/message-expired',
    ],
    ['a signature', { status: 401, json: { message: 'no' } }, 'provider/signature-refused'],
    ['`ok: false`', { json: { ok: false } }, 'provider/signature-refused'],
    ['a body', { status: 400, json: { message: 'no email' } }, 'provider/bad-request'],
  ])('behavior: a refusal of %s', async (_, answer, code) => {
    expect((await exchange(answer, cookie)).found).toMatchObject({
      type: 'terminal',
      error: { code },
    })
  })
})

describe('siwe: refresh', () => {
  test.each<[string, Answer, SiweOptions, string]>([
    ['401', { status: 401, json: {} }, {}, 'terminal'],
    ['`invalid_grant`', { status: 400, json: { error: 'invalid_grant' } }, {}, 'terminal'],
    ['another 400', { status: 400, json: { error: 'invalid_client' } }, {}, 'transient'],
    ['404', { status: 404, json: {} }, {}, 'transient'],
    ['no session, said with `null`', { json: null }, cookie, 'terminal'],
    ['no session, said with an empty object', { json: {} }, cookie, 'terminal'],
    ['no session, said with `null` of a user', { json: { user: null } }, cookie, 'terminal'],
    ['another account’s cookie', { json: { address: other } }, cookie, 'terminal'],
    ['the same account', { json: { address: address.toLowerCase() } }, cookie, 'ok'],
    ['no word about the account', { json: { user: {} } }, cookie, 'ok'],
  ])('behavior: %s', async (_, answer, options, type) => {
    expect((await refresh(answer, options)).type).toBe(type)
  })

  test('behavior: without a refresh token, the access token lasts until it expires', async () => {
    const { found } = await exchange({ json: { token: 'A', expiresIn: 600 } })
    if (found?.type !== 'ok') throw new Error('It gave no tokens.')
    const nowAt = found.tokens.refreshExpiresAt ?? 0
    expect(await refresh({ nowAt: nowAt - 1_000 }, {}, found.tokens)).toMatchObject({
      type: 'transient',
      error: { retryAfterMs: 1_000 },
    })
    expect((await refresh({ nowAt }, {}, found.tokens)).type).toBe('terminal')
  })
})
