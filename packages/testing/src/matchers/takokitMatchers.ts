import { type AuthClient, getSession } from '@takokit/core'

/** What a matcher answers, in Vitest and in Jest. */
export interface MatcherAnswer {
  pass: boolean
  message: () => string
}

/** Which session. Default: that of the first provider, and of its active account. */
export interface SessionOf {
  provider?: string
  account?: string
}

/** A client, or what has one, as a world does. */
export type HasSession = AuthClient | { client: AuthClient }

function readStatus(received: HasSession, which: SessionOf) {
  const client = 'client' in received ? received.client : received
  const { status, reason, error } = getSession(client, which)
  const why = [reason, error?.code].filter(Boolean).join(', ')
  return { status, shown: why ? `${status} (${why})` : status }
}

const matcher =
  (wanted: 'signedIn' | 'signedOut') =>
  (received: HasSession, which: SessionOf = {}) => {
    const { status, shown } = readStatus(received, which)
    const pass = status === wanted
    return {
      pass,
      message: () => `expected the session ${pass ? 'not ' : ''}to be ${wanted}; it is ${shown}`,
    }
  }

/**
 * For `expect.extend` of Vitest and Jest. `@takokit/testing/vitest` does it for Vitest.
 *
 * @example
 * ```ts
 * import { takokitMatchers } from '@takokit/testing'
 * import { expect } from 'vitest'
 *
 * expect.extend(takokitMatchers)
 * ```
 */
export const takokitMatchers: Record<
  'toBeSignedIn' | 'toBeSignedOut',
  (received: HasSession, which?: SessionOf) => MatcherAnswer
> = { toBeSignedIn: matcher('signedIn'), toBeSignedOut: matcher('signedOut') }
