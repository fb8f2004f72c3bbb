import {
  boolean,
  type InferOutput,
  literal,
  number,
  object,
  optional,
  picklist,
  string,
} from 'valibot'

export const endReason = picklist(['signed-out', 'refresh-refused', 'refresh-answer-lost'])

/** Why a session is over. */
export type EndReason = InferOutput<typeof endReason>

export const sessionRow = object({
  v: literal(1),
  /** The newest committed generation. */
  gen: number(),
  /** That generation, sealed: the successor for late requests, or the session itself. */
  sealed: optional(string()),
  /** Written before a refresh token is sent, so that a lost response can be told from a refusal. */
  attempt: optional(string()),
  /** How long the attempt may be in flight, counted from the row's write. */
  attemptMs: optional(number()),
  failures: number(),
  /** How often in a row the provider asked for a rate-limit pause. */
  throttled: optional(number()),
  refusals: number(),
  /** A response may have been lost on the way. */
  lost: boolean(),
  /** How long nothing may be sent, counted from the row's write. */
  restMs: optional(number()),
  /** The same once the access token is no longer valid, if that is less. */
  dueRestMs: optional(number()),
  ended: optional(endReason),
  /** A request came with this generation, so the browser has it. */
  seen: optional(boolean()),
  /** The browser has only the session's name: the tokens are here until the session is over. */
  stays: optional(boolean()),
  untilAt: number(),
})

/** What all replicas know of one session: just enough for any of them to continue. */
export type SessionRow = InferOutput<typeof sessionRow>
