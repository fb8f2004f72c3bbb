import {
  boolean,
  literal,
  looseObject,
  number,
  optional,
  picklist,
  safeParse,
  string,
} from 'valibot'
import type { SessionRecord, Tombstone } from '../types/SessionRecord.ts'

const recordSchema = looseObject({
  v: literal(1),
  provider: string(),
  account: string(),
  sid: string(),
  gen: number(),
  status: picklist(['signedIn', 'signedOut']),
  startedAt: number(),
  requestedAt: number(),
  lifetimeMs: number(),
  failures: number(),
  refusals: number(),
  lost: boolean(),
  retryAt: optional(number()),
  attempt: optional(looseObject({ id: string(), at: number(), locked: boolean() })),
})

const tombstoneSchema = looseObject({ v: literal(1), sid: string(), gen: number() })

/** A record that this version can work with; `undefined` for any other. */
export function parseRecord(value: unknown): SessionRecord | undefined {
  const result = safeParse(recordSchema, value)
  return result.success ? (result.output as unknown as SessionRecord) : undefined
}

export function parseTombstone(value: unknown): Tombstone | undefined {
  const result = safeParse(tombstoneSchema, value)
  return result.success ? (result.output as unknown as Tombstone) : undefined
}
