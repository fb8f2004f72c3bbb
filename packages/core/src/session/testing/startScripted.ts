import { createAuthClient, type CreateAuthClientParameters } from '../../createAuthClient.ts'
import { startSession } from '../../actions/startSession.ts'
import { defineProvider } from '../../providers/defineProvider.ts'
import { failed } from '../../providers/failed.ts'
import { memoryStorage } from '../../storage/memoryStorage.ts'
import { createTestPlatform } from '../../testing/createTestPlatform.ts'
import type { TokenOutcome } from '../../types/TokenOutcome.ts'
import type { TokenProvider } from '../../types/TokenProvider.ts'
import type { SessionController } from '../SessionController.ts'

export const hourMs = 3_600_000

export const outcomes = {
  refused: failed('terminal', 'provider/refused', 'Refused.'),
  lost: failed('ambiguous', 'network/failed', 'Lost.'),
  busy: failed('transient', 'provider/unavailable', 'Busy.'),
  throttled: failed('throttled', 'provider/throttled', 'Wait.', { retryAfterMs: 90_000 }),
  unreadable: failed('malformed', 'provider/unreadable', 'What?'),
} satisfies Record<string, TokenOutcome>

/** A promise that a test settles. */
export function later<value>() {
  let resolve: (value: value) => void = () => {}
  const promise = new Promise<value>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

type Answer = TokenOutcome | Promise<TokenOutcome | undefined> | undefined

/** A client with one provider whose answers a test sets in order; by default an answer has new tokens. */
export function startScripted(
  parameters: Partial<Omit<CreateAuthClientParameters, 'providers'>> & {
    provider?: Partial<TokenProvider>
    lifetimeMs?: number
    /** Answers requests that carry a token. */
    serve?: (request: Request) => Response | Promise<Response>
  } = {},
) {
  const { provider: more, lifetimeMs = hourMs, serve, ...rest } = parameters
  const presented: (string | undefined)[] = []
  const revoked: (string | undefined)[] = []
  const answers: Answer[] = []
  const requests: Request[] = []
  let issued = 0
  const platform =
    (rest.platform as ReturnType<typeof createTestPlatform> | undefined) ??
    createTestPlatform({
      fetch: async (input, init) => {
        const request = new Request(input, init)
        requests.push(request)
        return serve?.(request) ?? new Response('{}')
      },
    })
  const provider = defineProvider({
    name: 'api',
    origins: ['https://api.example'],
    async refresh(_, { tokens }) {
      presented.push(tokens.refreshToken)
      const answer = await answers.shift()
      if (answer) return answer
      issued++
      return {
        type: 'ok',
        tokens: { accessToken: `access-${issued}`, refreshToken: `refresh-${issued}`, lifetimeMs },
      }
    },
    async revoke(_, { tokens }) {
      revoked.push(tokens.refreshToken)
    },
    ...more,
  })
  const auth = createAuthClient({
    providers: [provider],
    storage: memoryStorage(),
    ...rest,
    platform,
  })
  return {
    auth,
    platform,
    provider,
    presented,
    revoked,
    answers,
    requests,
    engine: auth['~engine'],
    session: (): SessionController => auth['~sessions'].find({}),
    start: (account = 'me') =>
      startSession(auth, {
        account,
        tokens: { accessToken: 'access-0', refreshToken: 'refresh-0', expiresInMs: lifetimeMs },
      }),
  }
}
