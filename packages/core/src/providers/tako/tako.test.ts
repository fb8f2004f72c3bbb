import { takoFixture } from '@takokit/emulator/fixtures'
import { describe, expect, test } from 'vitest'
import { contextOf } from '../testing/contextOf.ts'
import { tako } from './tako.ts'

const { address } = takoFixture as { address: `0x${string}` }
const signed = {
  address,
  ...(takoFixture.signIn.request.body as { message: string; signature: `0x${string}` }),
}
const tokens = {
  accessToken: 'a',
  refreshToken: takoFixture.refresh.request.body.refresh_token,
  lifetimeMs: 1,
}

const exchange = (context: ReturnType<typeof contextOf>) => {
  const { exchange: call } = tako()
  if (!call) throw new Error('tako has no exchange')
  return call(context, signed)
}
const refresh = (context: ReturnType<typeof contextOf>) =>
  tako().refresh(context, { tokens, account: address })
const error = (code: unknown, rest: object = {}) => ({ status: 'error', error_code: code, ...rest })

describe('tako', () => {
  test('default: the documented sign-in, as asked and as answered', async () => {
    const context = contextOf({ json: takoFixture.signIn.response.body })
    const { data } = takoFixture.signIn.response.body
    expect(await exchange(context)).toEqual({
      type: 'ok',
      tokens: {
        accessToken: data.token,
        refreshToken: data.refresh_token,
        lifetimeMs: 3_600_000,
        subject: address,
      },
    })
    expect(context.sent).toEqual([takoFixture.signIn.request])
  })

  test('default: the documented refresh, as asked and as answered', async () => {
    const context = contextOf({ json: takoFixture.refresh.response.body })
    const { data } = takoFixture.refresh.response.body
    expect(await refresh(context)).toMatchObject({
      type: 'ok',
      tokens: { accessToken: data.token, refreshToken: data.refresh_token },
    })
    expect(context.sent).toEqual([takoFixture.refresh.request])
  })

  test.each([
    [1000, 'transient', 'provider/unavailable'],
    [1004, 'transient', 'provider/unavailable'],
    [1100, 'terminal', 'provider/bad-request'],
    [1101, 'terminal', 'provider/bad-request'],
    [3000, 'terminal', 'provider/signature-refused'],
    [3001, 'terminal', 'provider/signature-refused'],
    [3002, 'terminal', 'provider/message-expired'],
    [3003, 'terminal', 'provider/message-expired'],
    [3004, 'terminal', 'provider/refused'],
    [600, 'terminal', 'provider/refused'],
  ])('behavior: error %i on sign-in is %s, %s', async (code, type, ours) => {
    const outcome = await exchange(
      contextOf({ status: 400, json: error(code, { error_msg: 'because' }) }),
    )
    expect(outcome).toMatchObject({
      type,
      error: { code: ours, providerCode: code, details: 'because' },
    })
  })

  test('behavior: an unknown error on refresh is suspect', async () => {
    const outcome = await refresh(
      contextOf({ status: 401, json: error(600, { error_message: 'who?' }) }),
    )
    expect(outcome).toMatchObject({
      type: 'terminal',
      error: { code: 'provider/refused', details: 'who?' },
    })
  })

  test.each([
    [3600, 3_600_000],
    ['1800', 1_800_000],
    [undefined, 3_600_000],
    ['soon', 3_600_000],
    [Number.NaN, 3_600_000],
    [0, 3_600_000],
    [-5, 3_600_000],
    ['', 3_600_000],
    [null, 3_600_000],
    [{}, 3_600_000],
    [3, 10_000],
    [2_592_000, 2_592_000_000],
    // Most likely milliseconds.
    [3_600_000, 3_600_000],
    [1e12, 3_600_000],
  ])('behavior: expires_in %s makes a lifetime of %i ms', async (expires_in, lifetimeMs) => {
    const json = { status: 'success', data: { token: 't', refresh_token: 'r', expires_in } }
    expect(await refresh(contextOf({ json }))).toMatchObject({ type: 'ok', tokens: { lifetimeMs } })
  })

  test.each([
    ['a missing token', { status: 'success', data: { refresh_token: 'r', expires_in: 3600 } }],
    ['an empty token', { status: 'success', data: { token: '', refresh_token: 'r' } }],
    ['another type', { status: 'success', data: { token: 5, refresh_token: 'r' } }],
    ['no data', { status: 'success' }],
    ['an unknown status', { status: 'maybe' }],
    ['a code that is no number', error('3001')],
    ['null', null],
    ['a list', []],
  ])('behavior: %s is malformed, and its error quotes nothing', async (_, json) => {
    const outcome = await refresh(contextOf({ json }))
    expect(outcome).toMatchObject({ type: 'malformed', error: { code: 'provider/unreadable' } })
  })

  test('parameters: baseUrl, name, message', () => {
    const provider = tako({
      name: 'staging',
      baseUrl: '/tako',
      message: { after: ['URI: https://a.example'] },
    })
    expect(provider.name).toBe('staging')
    expect(provider.origins).toEqual(['/tako'])
    expect(provider.createMessage?.({ address, issuedAt: new Date(0) })).toContain(
      'URI: https://a.example\n',
    )
  })

  test('parameters: baseUrl must be safe', () => {
    expect(() => tako({ baseUrl: 'http://api.tako.so' })).toThrow('tokens may not be sent')
  })
})
