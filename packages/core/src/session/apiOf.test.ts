import { describe, expect, test } from 'vitest'
import { authFetch } from '../actions/authFetch.ts'
import { refreshSession } from '../actions/refreshSession.ts'
import { restoreSession } from '../actions/restoreSession.ts'
import { signOut } from '../actions/signOut.ts'
import { createAuthClient } from '../createAuthClient.ts'
import { cloudreve } from '../providers/cloudreve/cloudreve.ts'
import { defineProvider } from '../providers/defineProvider.ts'
import { relayed } from '../providers/relayed/relayed.ts'
import { requestJson } from '../providers/requestJson.ts'
import { succeeded } from '../providers/succeeded.ts'
import { tako } from '../providers/tako/tako.ts'
import { talkstack } from '../providers/talkstack/talkstack.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { keptStorage } from './testing/keptStorage.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { apiOf } from './apiOf.ts'

const account = 'alice'
const [one, other] = ['https://one.example', 'https://other.example']

const own = (base: string) =>
  defineProvider({
    name: 'own',
    origins: [base],
    async refresh(context, { tokens }) {
      await requestJson(context, { url: `${base}/refresh`, body: { token: tokens.refreshToken } })
      return succeeded({ accessToken: `new of ${base}`, refreshToken: 'r', lifetimeMs: 3_600_000 })
    },
  })

const kinds: [string, (base: string) => TokenProvider][] = [
  ['tako', (baseUrl) => tako({ baseUrl })],
  ['talkstack', (baseUrl) => talkstack({ baseUrl })],
  ['cloudreve', (base) => cloudreve({ baseUrl: `${base}/api/v4` })],
  ['defineProvider', own],
  ['relayed', (base) => relayed({ provider: 'cloud', url: `${base}/auth`, origins: [base] })],
]

/** One origin’s storage, and pages on it whose providers use different APIs. */
function createOrigin(make: (base: string) => TokenProvider) {
  const rows = new Map<string, unknown>()
  const sent: { host: string; text: string }[] = []
  const storage = keptStorage(rows)
  const open = (base: string) => {
    const platform = createTestPlatform({
      async fetch(input, init) {
        const request = new Request(input, init)
        const headers = JSON.stringify([...request.headers])
        sent.push({ host: new URL(request.url).host, text: headers + (await request.text()) })
        return Response.json({ status: 'error', error_code: 1000 }, { status: 503 })
      },
    })
    const provider = make(base)
    const auth = createAuthClient({ providers: [provider], storage, platform })
    const begin = async () =>
      (await auth['~engine'].parts()).beginSession(auth['~engine'], {
        session: auth['~sessions'].controller(provider.name, account),
        provider,
        account,
        requestedAt: platform.now(),
        monotonicAt: platform.monotonic(),
        tokens: {
          accessToken: `access of ${base}`,
          refreshToken: `refresh of ${base}`,
          handle: `handle of ${base}`,
          lifetimeMs: 3_600_000,
        },
      })
    return { auth, platform, begin }
  }
  return { open, sent, rows }
}

describe('a session belongs to the API that issued its tokens', () => {
  test.each(kinds)(
    'default: %s: set aside where the page asks another, with one warning',
    async (_, make) => {
      const { open, sent, rows } = createOrigin(make)
      const before = open(one)
      await before.begin()
      before.auth.dispose()

      const after = open(other)
      await restoreSession(after.auth)
      await refreshSession(after.auth).catch(() => {})
      await authFetch(after.auth, `${other}/things`).catch(() => {})
      after.platform.tell('resume')
      await after.platform.advance(7_200_000)
      await signOut(after.auth, { account })
      expect(after.auth.getSnapshot().status).toBe('signedOut')
      expect(sent.filter(({ text }) => text.includes(one))).toEqual([])
      expect(after.platform.warnings).toEqual([
        expect.stringMatching(/one\.example.*set aside|set aside.*one\.example/),
      ])

      // Signing in there leaves the session alone, and it returns when the page uses its API again.
      await after.begin()
      expect(after.auth.getSnapshot({ account }).token).toBe(`access of ${other}`)
      after.auth.dispose()
      expect([...rows.keys()].filter((key) => key.startsWith('s:'))).toHaveLength(2)
      const back = open(one)
      await restoreSession(back.auth)
      expect(back.auth.getSnapshot()).toMatchObject({ status: 'signedIn', account })
      back.auth.dispose()
    },
  )

  test.each(kinds)('behavior: %s: two pages at once do not meet', async (_, make) => {
    const { open, sent } = createOrigin(make)
    const [first, second] = [open(one), open(other)]
    await first.begin()
    await second.begin()
    for (const { auth } of [first, second]) await restoreSession(auth)
    for (const { platform } of [first, second]) await platform.advance(3_500_000)
    await signOut(second.auth)
    await restoreSession(first.auth)
    expect(first.auth.getSnapshot().status).toBe('signedIn')
    expect(sent.length).toBeGreaterThan(1)
    for (const { host, text } of sent) {
      const foreign = host === 'one.example' ? other : one
      expect(text).not.toContain(`of ${foreign}`)
    }
    first.auth.dispose()
    second.auth.dispose()
  })

  test('behavior: a record that does not say whose it is is set aside', async () => {
    const { open, rows } = createOrigin(own)
    const before = open(one)
    await before.begin()
    before.auth.dispose()
    for (const [key, row] of rows) {
      if (!key.startsWith('s:')) continue
      const { record, sealed } = row as { record: object; sealed: unknown }
      rows.set(key, { record: { ...record, api: undefined }, sealed })
    }
    const after = open(one)
    await restoreSession(after.auth)
    expect(after.auth.getSnapshot().status).toBe('signedOut')
    expect(after.platform.warnings).toHaveLength(1)
    after.auth.dispose()
  })

  test.each([
    [['https://a.example/v4'], undefined, 'https://a.example'],
    [['https://A.example:443'], undefined, 'https://a.example'],
    [['http://localhost:8000/x', 'https://b.example'], undefined, 'http://localhost:8000'],
    [['/tako'], undefined, 'https://dapp.example'],
    [[], undefined, 'https://dapp.example'],
    [['https://a.example'], '/auth/tako', 'https://dapp.example/auth/tako'],
  ])('parameters: origins %j, api %j: %s', (origins, api, expected) => {
    expect(
      apiOf({ name: 'a', origins, api, refresh: own(one).refresh }, 'https://dapp.example/page'),
    ).toBe(expected)
  })
})
