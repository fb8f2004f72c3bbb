import type { TokenOutcome } from './TokenOutcome.ts'

/**
 * The result of a request for a challenge. `lifetimeMs` counts from the start of the request; without one, the challenge is used
 * for 4 minutes.
 */
export type ChallengeOutcome =
  | { type: 'ok'; challenge: unknown; lifetimeMs?: number | undefined }
  | Exclude<TokenOutcome, { type: 'ok' }>
