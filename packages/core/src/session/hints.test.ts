import { describe, expect, test } from 'vitest'
import { refreshSession } from '../actions/refreshSession.ts'
import { signIn } from '../actions/signIn.ts'
import { startSession } from '../actions/startSession.ts'
import { createAuthClient } from '../createAuthClient.ts'
import { relayed } from '../providers/relayed/relayed.ts'
import { tako } from '../providers/tako/tako.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { accounts } from '../testing/startTako.ts'
import { backoffMs, longerWait } from '../refresh/backoffMs.ts'
import { defaultEngineOptions } from '../refresh/defaultEngineOptions.ts'

const passed = 'Fri, 15 Jan 2027 07:00:00 GMT'
const headers = [undefined, '0', '00', '1', '1.5', '-1', '2, 2', 'soon', passed, '9e9']
/** Values that a relay, or a proxy in between, may write in the body. */
const bodies = [0, -1, 1.5, '5', null, Number.MAX_VALUE]
const calls = ['refresh', 'exchange', 'relayed refresh', 'relayed exchange'] as const

// Loaded before any test, because a driven clock does not wait for modules.
await Promise.all(
  [tako(), relayed({ provider: tako(), url: '/auth' })].map(async (one) => one.prepare?.()),
)

/** The number of requests sent within some seconds while every response is this one. */
async function count(
  call: (typeof calls)[number],
  answer: { status: number; header?: string | undefined; body?: unknown },
  forMs = 10 * 60_000,
) {
  const sentAt: number[] = []
  const platform = createTestPlatform({
    fetch: async (input) => {
      if (call === 'relayed refresh' && String(input).endsWith('/sign-in'))
        return Response.json({ accessToken: 'a', expiresInMs: 3_600_000, handle: 'sid.1' })
      sentAt.push(platform.monotonic())
      const { status, header, body } = answer
      return new Response(JSON.stringify(body ?? {}), {
        status,
        headers: header === undefined ? {} : { 'retry-after': header },
      })
    },
  })
  const provider = call.startsWith('relayed') ? relayed({ provider: tako(), url: '/auth' }) : tako()
  const storage = memoryStorage()
  const auth = createAuthClient({ providers: [provider], storage, platform })
  const isExchange = call.endsWith('exchange')
  if (isExchange) platform.stepClock(3_600_000)
  if (isExchange) signIn(auth, { signer: accounts[0] }).catch(() => {})
  else {
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresInMs: 3_600_000 }
    if (call === 'refresh') await startSession(auth, { tokens })
    else await signIn(auth, { signer: accounts[0] })
    platform.stepClock(3_600_000)
    refreshSession(auth).catch(() => {})
  }
  await platform.advance(3_000)
  const soon = sentAt.length
  await platform.advance(forMs)
  const perMinute = sentAt.map(
    (at) => sentAt.filter((one) => one >= at && one < at + 60_000).length,
  )
  auth.dispose()
  return { soon, total: sentAt.length, perMinute: Math.max(...perMinute), sentAt }
}

describe.each(calls)('%s', (call) => {
  const problem = { code: 'provider/unavailable' }

  test.each(headers)('behavior: 429 with Retry-After %j', async (header) => {
    const { soon, perMinute } = await count(call, { status: 429, header })
    expect(soon).toBeGreaterThan(0)
    expect(soon).toBeLessThanOrEqual(4)
    expect(perMinute).toBeLessThanOrEqual(12)
  })

  test.each(headers)('behavior: 503 with Retry-After %j', async (header) => {
    const { soon, perMinute } = await count(call, { status: 503, header, body: problem })
    expect(soon).toBeLessThanOrEqual(4)
    expect(perMinute).toBeLessThanOrEqual(12)
  })

  test.each(bodies)('behavior: a wait of %j in the body', async (retryAfterMs) => {
    for (const status of [429, 503]) {
      const { soon, perMinute } = await count(call, { status, body: { ...problem, retryAfterMs } })
      expect(soon).toBeLessThanOrEqual(4)
      expect(perMinute).toBeLessThanOrEqual(12)
    }
  })

  test('behavior: a longer wait is kept, up to an hour', async () => {
    for (const [header, waitMs] of [
      ['90', 90_000],
      ['99999999', 3_600_000],
      ['Fri, 15 Jan 2027 09:02:00 GMT', 120_000],
    ] as const) {
      const { sentAt } = await count(call, { status: 429, header }, 4_000_000)
      // A sign-in does not wait longer than its patience: it fails at once.
      if (call.endsWith('exchange') && waitMs > 300_000) expect(sentAt).toHaveLength(1)
      else expect((sentAt[1] ?? 0) - (sentAt[0] ?? 0)).toBeGreaterThanOrEqual(waitMs)
    }
  })

  test('behavior: pauses grow where each hint says "at once"', async () => {
    const { sentAt } = await count(call, { status: 429, header: '0' })
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0))
    expect(gaps[0]).toBeGreaterThanOrEqual(1_000)
    for (let index = 1; index < Math.min(gaps.length, 7); index++)
      expect(gaps[index]).toBeGreaterThan((gaps[index - 1] ?? 0) * 1.5)
  })
})

test('longerWait: whatever is given, never less than the own wait, never more than an hour of it', () => {
  const hints = [
    undefined,
    0,
    -5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    7_000,
    'soon',
    '9000',
    null,
  ]
  for (const hint of hints as (number | undefined)[])
    for (let failures = 1; failures < 12; failures++) {
      const ownMs = backoffMs(failures, 0.75, defaultEngineOptions)
      const waitMs = longerWait(hint, ownMs, defaultEngineOptions)
      expect(waitMs).toBeGreaterThanOrEqual(ownMs)
      expect(waitMs).toBeLessThanOrEqual(Math.max(ownMs, 3_600_000))
    }
})

test('behavior: a 429 at sign-in is heard by who refreshes', async () => {
  const sent: string[] = []
  const platform = createTestPlatform({
    fetch: async (input) => {
      sent.push(new URL(String(input)).pathname)
      return new Response('{}', { status: 429, headers: { 'retry-after': '60' } })
    },
  })
  const auth = createAuthClient({ providers: [tako()], storage: memoryStorage(), platform })
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresInMs: 3_600_000 }
  await startSession(auth, { account: 'other', tokens })
  signIn(auth, { signer: accounts[0] }).catch(() => {})
  await platform.advance(100)
  const told = expect(refreshSession(auth, { account: 'other' })).rejects.toMatchObject({
    code: 'provider/throttled',
  })
  await platform.advance(59_000)
  await told
  expect(sent).toEqual(['/v2/token'])
  auth.dispose()
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 'soon', undefined, null])(
  'behavior: a provider of one’s own that says a lifetime of %s does not spin',
  async (lifetimeMs) => {
    let refreshes = 0
    const platform = createTestPlatform()
    const auth = createAuthClient({
      platform,
      storage: memoryStorage(),
      providers: [
        {
          name: 'mine',
          origins: ['https://api.example'],
          refresh: async () => {
            refreshes++
            const tokens = { accessToken: 'b', refreshToken: 's', lifetimeMs: lifetimeMs as number }
            return { type: 'ok', tokens }
          },
        },
      ],
    })
    const tokens = { accessToken: 'a', refreshToken: 'r', expiresInMs: 3_600_000 }
    await startSession(auth, { tokens })
    await platform.advance(3_600_000)
    expect(refreshes).toBeGreaterThan(0)
    expect(refreshes).toBeLessThanOrEqual(12 * 60)
    auth.dispose()
  },
)
