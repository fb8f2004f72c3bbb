import { defaultRateLimits, type RateLimits } from '../types/RateLimits.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import type { RateLimit } from '../types/RelayStore.ts'
import { isWhole, maxCookieMs, show } from './checkNumber.ts'
import { invalid } from './invalid.ts'

/** A store keeps instants to the microsecond. One use must be longer, and a network has four times an address' limit. */
const mostPerMs = 100

/** The limits, each within what every store can keep. */
export function checkLimits(limits: RelayOptions['rateLimits']): RateLimits | undefined {
  if (limits === false) return undefined
  const given: Partial<RateLimits> & typeof defaultRateLimits = { ...defaultRateLimits, ...limits }
  for (const [name, limit] of Object.entries(given))
    if (limit !== undefined || name in defaultRateLimits) check(`rateLimits.${name}`, limit)
  const { allSignIns, signIn, accountSignIns, provider } = given
  const usual = { requests: 6, perMs: 60_000 }
  return {
    ...given,
    // If tests or networks need more sign-ins from one address, one account may need more too.
    accountSignIns: accountSignIns ?? (limits?.signIn ? times(signIn, 4) : usual),
    provider: provider ?? times({ ...allSignIns, burst: undefined }, 2),
  }
}

function times(limit: RateLimit, factor: number): RateLimit {
  const { requests, perMs } = limit
  return { ...limit, requests: Math.min(requests * factor, perMs * mostPerMs) }
}

function check(field: string, limit: RateLimit | null | undefined): void {
  const { requests, perMs, burst } = limit ?? {}
  const isRight =
    isWhole(perMs, maxCookieMs) &&
    isWhole(requests, perMs * mostPerMs) &&
    // More at once than in all would be no limit.
    (burst === undefined || isWhole(burst, requests))
  if (isRight) return
  const expects = `\`{ requests, perMs }\`, whole numbers from 1 on (\`perMs\` up to ${maxCookieMs}, \`requests\` up to ${mostPerMs} times that, \`burst\` up to \`requests\`)`
  throw invalid(field, expects, show(limit))
}
