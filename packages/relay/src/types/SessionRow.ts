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

/** Why a session is over. */
export const endReasons = ['signed-out', 'refresh-refused', 'refresh-answer-lost'] as const

/** Why a session is over. */
export type EndReason = (typeof endReasons)[number]

export function isEndReason(value: unknown): value is EndReason {
  return endReasons.some((reason) => reason === value)
}

export const sessionRow = object({
  v: literal(1),
  /** The newest generation that was committed. */
  gen: number(),
  /** That generation, sealed: the successor for who comes late, or the session itself. */
  sealed: optional(string()),
  /** Written before a refresh token is sent, so that a lost answer can be told from a refusal. */
  attempt: optional(string()),
  /** How long the attempt may be under way, counted from the writing of the row. */
  attemptMs: optional(number()),
  failures: number(),
  /** How often in a row the provider asked for a pause. */
  throttled: optional(number()),
  refusals: number(),
  /** An answer may have been lost on the way. */
  lost: boolean(),
  /** Nothing is sent for so long, counted from the writing of the row. */
  restMs: optional(number()),
  ended: optional(picklist(endReasons)),
  /** A request came with this generation, so that the browser has it. */
  seen: optional(boolean()),
  /** The browser has the session's name only: the tokens are here, until the session is over. */
  stays: optional(boolean()),
  untilAt: number(),
})

/** What all replicas know of one session: as little as lets each of them go on. */
export type SessionRow = InferOutput<typeof sessionRow>
