import type { AuthEvent } from '@takokit/core'

const members = [
  'at',
  'type',
  'provider',
  'account',
  'gen',
  'code',
  'by',
  'isOwn',
  'expiresAt',
  'retryAt',
  'reason',
  'revoked',
]

/** A copy with the known members only: whatever else an event may have one day is not told to other tabs, nor copied. */
export function redactEvent(event: AuthEvent): AuthEvent {
  const known = Object.entries(event).filter(([name]) => members.includes(name))
  return Object.fromEntries(known) as AuthEvent
}
