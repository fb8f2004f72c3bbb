import { type IssuedTokens, tako, type TokenProvider } from '@takokit/core'
import { createRelay, memoryStore } from '@takokit/relay'
import { plentyLimits } from './plentyLimits.ts'

const origin = 'https://dapp.example'

type UpstreamFetch = (input: string, init?: RequestInit) => Promise<Response>

/** A relay as in production, with limits counted and its log off. */
export function createBenchRelay(fetch: UpstreamFetch, now: () => number = Date.now) {
  const provider: TokenProvider<'tako'> = tako()
  const relay = createRelay({
    providers: [provider],
    secret: 'a benchmark has no secrets 0123456789',
    origin,
    store: memoryStore({ now }),
    rateLimits: plentyLimits,
    logger: false,
    fetch,
    now,
  })

  /** Begins a session. The returned function renews its token once per call, as a page does. */
  async function begin({ accessToken, refreshToken }: IssuedTokens) {
    const started = await relay.startSession(new Request(`${origin}/login`), {
      provider: 'tako',
      tokens: { accessToken, refreshToken },
    })
    let cookie = cookieOf(started)
    let known: string | undefined
    async function ask(isRenewal: boolean): Promise<void> {
      const response = await relay.fetch(
        new Request(`${origin}/auth/tako/token`, {
          method: 'POST',
          headers: {
            cookie: cookie ?? '',
            origin,
            'content-type': 'application/json',
            'x-takokit': '1',
          },
          body: JSON.stringify({ account: '', ...(isRenewal && { known }) }),
        }),
        { clientAddress: '203.0.113.7' },
      )
      if (response.status !== 200) throw new Error(await response.text())
      const { handle } = (await response.json()) as { handle: string }
      known = handle
      cookie = cookieOf(response) ?? cookie
    }
    await ask(false)
    return { renew: () => ask(true), read: () => ask(false), cookie: () => cookie ?? '' }
  }

  return { provider, relay, begin }
}

function cookieOf(response: Response): string | undefined {
  return response.headers.getSetCookie()[0]?.split(';', 1)[0]
}
