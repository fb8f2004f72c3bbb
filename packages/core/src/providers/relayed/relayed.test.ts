import { describe, expect, test } from 'vitest'
import { tako } from '../tako/tako.ts'
import { relayed, type RelayedOptions } from './relayed.ts'

const tokens = { accessToken: 'a', lifetimeMs: 1, handle: 'sid.1' }

/** The requests that each call sends. */
async function calls(options: Partial<RelayedOptions<'tako'>> = {}, message = 'm') {
  const sent: { url: string; init: RequestInit | undefined }[] = []
  const provider = relayed({ provider: tako(), url: '/auth', ...options })
  const context = {
    now: () => 0,
    async fetch(url: string, init?: RequestInit) {
      sent.push({ url, init })
      return Response.json({ accessToken: 'b', expiresInMs: 60_000, handle: 'sid.2' })
    },
  }
  const signed = { address: `0x${'1'.repeat(40)}`, message, signature: '0x00' } as const
  await provider.exchange?.(context, signed)
  await provider.refresh(context, { tokens, account: 'a' })
  await provider.revoke?.(context, { tokens, account: 'a' })
  return sent
}

describe('addresses', () => {
  test('default: the path that the relay is mounted at', async () => {
    const sent = await calls()
    expect(sent.map(({ url }) => url)).toEqual([
      '/auth/tako/sign-in',
      '/auth/tako/token',
      '/auth/tako/sign-out',
    ])
  })

  test('parameters: trailingSlash', async () => {
    const sent = await calls({ trailingSlash: true })
    expect(sent.map(({ url }) => url)).toEqual([
      '/auth/tako/sign-in/',
      '/auth/tako/token/',
      '/auth/tako/sign-out/',
    ])
  })
})

test('behavior: requests outlive the page, where their body allows it', async () => {
  expect((await calls()).map(({ init }) => init?.keepalive)).toEqual([true, true, true])
  // The limit counts bytes.
  const large = await calls({}, 'ü'.repeat(33_000))
  expect(large.map(({ init }) => init?.keepalive)).toEqual([false, true, true])
})

test('behavior: a page whose own requests use up what `keepalive` may carry: the next try goes without', async () => {
  const kept: unknown[] = []
  const provider = relayed({ provider: tako(), url: '/auth' })
  const context = {
    now: () => 0,
    async fetch(_: string, init?: RequestInit) {
      kept.push(init?.keepalive)
      // Browsers refuse it at once, before anything is sent (Fetch, 4.6).
      if (init?.keepalive) throw new TypeError('Failed to fetch')
      return Response.json({
        accessToken: 'b',
        expiresInMs: 60_000,
        handle: 'sid.2',
        revoked: true,
      })
    },
  }
  const refresh = () => provider.refresh(context, { tokens, account: 'a' })
  expect((await refresh()).type).toBe('ambiguous')
  expect((await refresh()).type).toBe('ok')
  // A sign-out is not tried again by anything else.
  expect(await provider.revoke?.(context, { tokens, account: 'a' })).toBe(true)
  expect(kept).toEqual([true, false, true, false])
})

test.each([
  [400, 'request/invalid', 'terminal', 'transient'],
  [403, 'request/cross-site', 'terminal', 'transient'],
  [404, 'request/not-found', 'terminal', 'transient'],
  [415, 'request/not-json', 'terminal', 'transient'],
  [408, 'request/too-slow', 'transient', 'transient'],
  [500, 'relay/failed', 'transient', 'transient'],
  [503, 'relay/store-unavailable', 'transient', 'transient'],
  [401, 'session/signed-out', 'terminal', 'terminal'],
])(
  'behavior: HTTP %i %s ends a sign-in (%s), and a session only if it says so (%s)',
  async (status, code, signIn, refresh) => {
    const provider = relayed({ provider: tako(), url: '/auth' })
    const context = { now: () => 0, fetch: async () => Response.json({ code }, { status }) }
    const signed = { address: `0x${'1'.repeat(40)}`, message: 'm', signature: '0x00' } as const
    expect((await provider.exchange?.(context, signed))?.type).toBe(signIn)
    expect((await provider.refresh(context, { tokens, account: 'a' })).type).toBe(refresh)
  },
)
