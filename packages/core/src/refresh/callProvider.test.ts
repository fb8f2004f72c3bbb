import { expect, test } from 'vitest'
import { refreshSession } from '../actions/refreshSession.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { succeeded } from '../providers/succeeded.ts'
import { callProvider } from './callProvider.ts'
import { startScripted } from '../session/testing/startScripted.ts'

test.each([
  [false, 'omit'],
  [true, 'same-origin'],
])(
  'behavior: a call, relayed: %s, follows no redirect, is kept in no cache, says not where from, and has credentials: %s',
  async (relayed, credentials) => {
    const sent: (RequestInit | undefined)[] = []
    const platform = createTestPlatform({
      fetch: async (_, init) => {
        sent.push(init)
        return new Response('{}')
      },
    })
    const { engine, provider } = startScripted({ platform, provider: { relayed } })
    const outcome = await callProvider(engine, provider, async (context) => {
      // Whatever a provider itself asks for.
      await context.fetch('https://api.example/', { redirect: 'follow', cache: 'force-cache' })
      return succeeded({ accessToken: 'a', refreshToken: 'r', lifetimeMs: 60_000 })
    })
    expect(outcome.type).toBe('ok')
    expect(sent).toEqual([
      expect.objectContaining({
        redirect: 'error',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        credentials,
      }),
    ])
  },
)

test.each([' ', 'a b', 'a\nb', 'a\r\nx: y', 'é', '\u200b', 5, null, undefined, {}, ['a']])(
  'behavior: the access token %j, which no header can hold, is no answer',
  async (accessToken) => {
    const { engine, provider } = startScripted({})
    const tokens = { accessToken, refreshToken: 'r', lifetimeMs: 60_000, subject: 'me' }
    const outcome = await callProvider(engine, provider, async () => ({
      type: 'ok',
      tokens: tokens as never,
    }))
    expect(outcome).toMatchObject({ type: 'malformed', error: { code: 'provider/unreadable' } })
  },
)

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ok'],
  ['tokens without a type', { tokens: { accessToken: 'a', lifetimeMs: 1 } }],
  ['an unknown type', { type: 'failed', error: new Error('x') }],
  ['the name of a member', { type: 'constructor', error: new Error('x') }],
  ['a refusal without an error', { type: 'terminal' }],
  ['a refusal with a text', { type: 'terminal', error: 'expired' }],
  ['a wait without an error', { type: 'throttled', retryAfterMs: 5 }],
  ['tokens that are none', { type: 'ok' }],
])('behavior: %s is no outcome, and says which provider gave it', async (_, outcome) => {
  const { auth, start, answers, platform } = startScripted({
    provider: { refresh: async () => (answers.length > 0 ? answers.shift() : outcome) as never },
  })
  await start()
  const refreshing = refreshSession(auth).catch((error: unknown) => error)
  await platform.advance(30_000)
  expect(await refreshing).toMatchObject({
    code: 'provider/unreadable',
    message: expect.stringContaining('"api"'),
  })
  expect(auth.getSnapshot().status).toBe('signedIn')
})
