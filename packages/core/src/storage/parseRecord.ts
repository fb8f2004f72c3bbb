import type { SessionRecord, Tombstone } from '../types/SessionRecord.ts'

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
  // Without members where the value is no object, and then without those asked for.
  const members = Object(value) as Record<string, unknown>
  return (
    // An attempt stands within its record, whose version it has.
    (members.v === 1 || members.v === undefined) &&
    strings.every((name) => typeof members[name] === 'string') &&
    numbers.every((name) => Number.isFinite(members[name]))
  )
}
