import type { EmulatorFetch } from '@takokit/emulator'
import type { ProviderContext, TokenOutcome, TokenProvider, TokenSet } from '@takokit/core'
import { describe, expect, test } from 'vitest'
// What the engine asks where a provider does not say itself.
import { isUnauthorized } from '../../../core/src/providers/isUnauthorized.ts'

/** What upstream does with the next token request. */
export type UpstreamFault =
  | 'lost-answer'
  | 'lost-request'
  | 'html'
  | 'cut-json'
  | '204'
  | '500'
  | { type: '429'; retryAfterMs?: number; retryAfterAs?: 'seconds' | 'date' }

/** One provider over a running upstream. */
export interface ProviderCase {
  provider: TokenProvider
  fetch: EmulatorFetch
  now: () => number
  /** Issues tokens as a session holds them. */
  issue: () => Promise<TokenSet & { account: string }>
  failNext: (fault: UpstreamFault) => void
  revoke: () => void | Promise<void>
  expireAccess: () => void
  /** Sends an authorized call. */
  call: (accessToken: string) => Promise<Response>
  /** The lifetime of its access tokens. */
  lifetimeMs: number
}

/** The tests that every token provider must pass, for any API. */
export function describeProvider(name: string, setup: () => Promise<ProviderCase>): void {
  describe(name, () => {
    async function start() {
      const one = await setup()
      const { account, ...tokens } = await one.issue()
      const sent: { url: string; init: RequestInit | undefined }[] = []
      const context: ProviderContext = {
        now: one.now,
        fetch: (url, init) => {
          sent.push({ url, init })
          return one.fetch(url.startsWith('/') ? `https://app.example${url}` : url, init)
        },
      }
      const refresh = (with_: TokenSet = tokens) =>
        one.provider.refresh(context, { tokens: with_, account })
      return { ...one, tokens, account, context, refresh, sent }
    }

    function expectQuiet(outcome: TokenOutcome, tokens: TokenSet): void {
      if (outcome.type === 'ok') throw new Error('expected a failure')
      const told = JSON.stringify([
        outcome.error.message,
        outcome.error.details,
        String(outcome.error.cause),
        outcome.error.stack,
      ])
      if (tokens.accessToken) expect(told).not.toContain(tokens.accessToken)
      if (tokens.refreshToken) expect(told).not.toContain(tokens.refreshToken)
    }

    test('default: refreshes, again and again', async () => {
      const { refresh, tokens, lifetimeMs, call, provider } = await start()
      const first = await refresh()
      if (first.type !== 'ok') throw first.error
      // The remaining lifetime of a token that was fetched earlier is a little shorter.
      expect(first.tokens.lifetimeMs).toBeGreaterThan(lifetimeMs - 2_000)
      expect(first.tokens.lifetimeMs).toBeLessThanOrEqual(lifetimeMs)
      const second = await refresh({ ...tokens, ...first.tokens })
      if (second.type !== 'ok') throw second.error
      const response = await call(second.tokens.accessToken)
      expect(await (provider.isRefused ?? isUnauthorized)(response)).toBe(false)
      expect(response.ok).toBe(true)
      expect(second.tokens.subject).toBe(first.tokens.subject)
    })

    test('behavior: a revoked session is a refusal', async () => {
      const { refresh, revoke, tokens } = await start()
      await revoke()
      const outcome = await refresh()
      expect(outcome.type).toBe('terminal')
      expectQuiet(outcome, tokens)
    })

    test.each([
      ['lost-answer', 'ambiguous'],
      ['lost-request', 'ambiguous'],
      ['500', 'ambiguous'],
      ['html', 'malformed'],
      ['cut-json', 'malformed'],
      ['204', 'malformed'],
    ] as const)('behavior: %s is %s', async (fault, type) => {
      const { refresh, failNext, tokens } = await start()
      failNext(fault)
      const outcome = await refresh()
      expect(outcome.type).toBe(type)
      expectQuiet(outcome, tokens)
    })

    test.each(['seconds', 'date'] as const)(
      'behavior: 429 says how long to wait, in %s',
      async (retryAfterAs) => {
        const { refresh, failNext } = await start()
        failNext({ type: '429', retryAfterMs: 7_000, retryAfterAs })
        const outcome = await refresh()
        if (outcome.type !== 'throttled') throw new Error(outcome.type)
        expect(outcome.error.code).toBe('provider/throttled')
        // An HTTP date has no milliseconds.
        expect(outcome.error.retryAfterMs).toBeGreaterThanOrEqual(6_000)
        expect(outcome.error.retryAfterMs).toBeLessThanOrEqual(7_000)
      },
    )

    test('behavior: 429 without a word of how long', async () => {
      const { refresh, failNext } = await start()
      failNext({ type: '429' })
      expect((await refresh()).type).toBe('throttled')
    })

    test('behavior: sees a refused access token', async () => {
      const { provider, expireAccess, call, refresh } = await start()
      const outcome = await refresh()
      if (outcome.type !== 'ok') throw outcome.error
      expireAccess()
      const response = await call(outcome.tokens.accessToken)
      expect(await (provider.isRefused ?? isUnauthorized)(response)).toBe(true)
      // The caller's own copy is still there to be read.
      expect(response.bodyUsed).toBe(false)
    })

    test('behavior: no token in an address', async () => {
      const { refresh, sent, tokens, provider } = await start()
      await refresh()
      expect(sent.length).toBeGreaterThan(0)
      for (const { url } of sent) {
        if (tokens.accessToken) expect(url).not.toContain(tokens.accessToken)
        // The private cloud needs the token in its URL: that is why only a server may call it.
        if (tokens.refreshToken && provider.name !== 'privateCloud')
          expect(url).not.toContain(tokens.refreshToken)
      }
    })
  })
}
