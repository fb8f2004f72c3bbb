import { expect, test } from 'vitest'
import { refreshSession } from '../actions/refreshSession.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { failed } from '../providers/failed.ts'
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

test.each([
  ' ',
  'a b',
  'a\nb',
  'a\r\nx: y',
  'é',
  '\u200b',
  '\ud800',
  5,
  null,
  undefined,
  {},
  ['a'],
])('behavior: the access token %j, which no header can hold, is no answer', async (accessToken) => {
  const { engine, provider } = startScripted({})
  const tokens = { accessToken, refreshToken: 'r', lifetimeMs: 60_000, subject: 'me' }
  const outcome = await callProvider(engine, provider, async () => ({
    type: 'ok',
    tokens: tokens as never,
  }))
  expect(outcome).toMatchObject({ type: 'malformed', error: { code: 'provider/unreadable' } })
})

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

test.each([
  ['terminal', 499, 'terminal'],
  ['terminal', 500, 'ambiguous'],
  ['transient', 500, 'transient'],
] as const)('behavior: %s at status %i counts as %s', async (type, status, expected) => {
  const platform = createTestPlatform({
    fetch: async () => new Response('', { status }),
  })
  const { engine, provider } = startScripted({ platform })
  const refusal = failed(type, 'provider/refused', 'No.')
  // Told once, and corrected each time.
  for (const _ of [1, 2]) {
    const outcome = await callProvider(engine, provider, async ({ fetch }) => {
      await fetch('https://api.example/')
      return refusal
    })
    expect(outcome).toEqual({
      type: expected,
      error: (refusal as { error: unknown }).error,
    })
  }
  const told = platform.warnings.filter((text) => text.includes('5xx'))
  expect(told).toHaveLength(expected === 'ambiguous' ? 1 : 0)
})

test.each([
  [1, 10_000],
  [60_000, 60_000],
  [Number.NaN, 3_600_000],
])('behavior: a lifetime of %f ms counts as %i', async (lifetimeMs, expected) => {
  const { engine, provider } = startScripted({})
  const tokens = { accessToken: 'a', lifetimeMs }
  const outcome = await callProvider(engine, provider, async () => ({
    type: 'ok',
    tokens,
  }))
  expect(outcome).toEqual({
    type: 'ok',
    tokens: { accessToken: 'a', lifetimeMs: expected },
  })
})

test('behavior: an address without its origin is the page’s', async () => {
  const urls: string[] = []
  const platform = createTestPlatform({
    baseUrl: 'https://dapp.example/a/b',
    fetch: async (url) => {
      urls.push(String(url))
      return new Response('{}')
    },
  })
  const { engine, provider } = startScripted({
    platform,
    provider: { credentials: 'include' },
  })
  await callProvider(engine, provider, async ({ fetch }) => {
    await fetch('/auth/token')
    return succeeded({ accessToken: '', lifetimeMs: 60_000 })
  })
  expect(urls).toEqual(['https://dapp.example/auth/token'])
})
