import type { SessionRecord, Tombstone } from '../types/SessionRecord.ts'
import { isRecord } from '../utils/isRecord.ts'

const strings = ['provider', 'account', 'sid']
const numbers = ['gen', 'startedAt', 'requestedAt', 'lifetimeMs', 'failures', 'refusals']

/** A record that this version can work with; `undefined` for any other. */
export function parseRecord(value: unknown): SessionRecord | undefined {
  const isKnown =
    hasShape(value, strings, numbers) &&
    ['signedIn', 'signedOut'].includes(value.status as string) &&
    (value.attempt === undefined || hasShape(value.attempt, ['id'], ['at']))
  return isKnown ? (value as unknown as SessionRecord) : undefined
}

export function parseTombstone(value: unknown): Tombstone | undefined {
  return hasShape(value, ['sid'], ['gen']) ? (value as unknown as Tombstone) : undefined
}

function hasShape(
  value: unknown,
  strings: string[],
  numbers: string[],
): value is Record<string, unknown> {
  return (
    isRecord(value) &&
    // An attempt stands within its record, whose version it has.
    (value.v === 1 || value.v === undefined) &&
    strings.every((name) => typeof value[name] === 'string') &&
    numbers.every((name) => Number.isFinite(value[name]))
  )
}
