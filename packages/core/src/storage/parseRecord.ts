import type { SessionRecord, Tombstone } from '../types/SessionRecord.ts'

const strings = ['provider', 'account', 'sid']
const numbers = ['gen', 'startedAt', 'requestedAt', 'lifetimeMs', 'failures', 'refusals']

/** Returns a record that this version can work with, otherwise `undefined`. */
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
  // A value that is no object has no members, and fails the checks below.
  const members = Object(value) as Record<string, unknown>
  return (
    // An attempt has no version of its own: it is part of its record.
    (members.v === 1 || members.v === undefined) &&
    strings.every((name) => typeof members[name] === 'string') &&
    numbers.every((name) => Number.isFinite(members[name]))
  )
}
