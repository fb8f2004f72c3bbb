import { talkstackFixture } from '@takokit/emulator/fixtures'
import { describe, expect, test } from 'vitest'
import { contextOf } from '../testing/contextOf.ts'
import { talkstack } from './talkstack.ts'

const tokens = {
  accessToken: 'a',
  refreshToken: talkstackFixture.refresh.request.body.refreshToken,
  lifetimeMs: 1,
}
const refresh = (context: ReturnType<typeof contextOf>) =>
  talkstack().refresh(context, { tokens, account: 'default' })
const hour = 3_600_000
const nowAt = Date.parse('2025-01-13T08:24:48.229Z')

describe('talkstack', () => {
  test('default: the documented refresh, as asked and as answered', async () => {
    const { body } = talkstackFixture.refresh.response
    const context = contextOf({ json: body, nowAt })
    expect(await refresh(context)).toEqual({
      type: 'ok',
      tokens: {
        accessToken: body.token,
        refreshToken: body.resfreshToken,
        lifetimeMs: 2 * hour,
        subject: undefined,
      },
    })
    expect(context.sent).toMatchObject([
      {
        method: 'POST',
        url: 'https://api.talkstackai.com/auth/refresh-token',
        body: talkstackFixture.refresh.request.body,
      },
    ])
  })

  test.each([
    ['misspelt', { resfreshToken: 'new' }, 'new'],
    ['spelt right', { refreshToken: 'new' }, 'new'],
    ['both', { resfreshToken: 'old', refreshToken: 'new' }, 'new'],
    ['none', {}, tokens.refreshToken],
  ])('behavior: the refresh token %s', async (_, fields, refreshToken) => {
    const outcome = await refresh(contextOf({ json: { token: 't', ...fields }, nowAt }))
    expect(outcome).toMatchObject({ type: 'ok', tokens: { refreshToken } })
  })

  test.each([200, 201, 202, 203, 206])('behavior: tokens at HTTP %i count', async (status) => {
    const outcome = await refresh(contextOf({ status, json: { token: 't', refreshToken: 'r' } }))
    expect(outcome).toMatchObject({ type: 'ok', tokens: { accessToken: 't', refreshToken: 'r' } })
  })

  test.each([
    ['in an hour', '2025-01-13T09:24:48.229Z', hour],
    ['in 59 s', '2025-01-13T08:25:47.229Z', 59_000],
    ['in 15 s', '2025-01-13T08:25:03.229Z', 15_000],
    ['in 9 s, which is not likely', '2025-01-13T08:24:57.229Z', 2 * hour],
    ['in 2 h 6 min, which is not likely', '2025-01-13T10:30:48.229Z', 2 * hour],
    ['long ago', '2020-01-13T10:30:48.229Z', 2 * hour],
    ['no zone', '2025-01-13T09:24:48.229', 2 * hour],
    ['no time at all', 'tomorrow', 2 * hour],
    ['a number', 1_736_760_288, 2 * hour],
    ['left out', undefined, 2 * hour],
  ])('behavior: expirationTime %s', async (_, expirationTime, lifetimeMs) => {
    const outcome = await refresh(
      contextOf({ json: { token: 't', refreshToken: 'r', expirationTime }, nowAt }),
    )
    expect(outcome).toMatchObject({ type: 'ok', tokens: { lifetimeMs } })
  })

  test.each([
    [401, 'terminal', 'provider/refused'],
    [404, 'terminal', 'provider/refused'],
    [400, 'transient', 'provider/bad-request'],
    [500, 'ambiguous', 'provider/unavailable'],
    [418, 'malformed', 'provider/unreadable'],
  ])('behavior: HTTP %i is %s, whatever the words', async (status, type, code) => {
    const outcome = await refresh(contextOf({ status, json: { message: 'Not Found' }, nowAt }))
    expect(outcome).toMatchObject({ type, error: { code } })
  })
})
