import type { AuthEvent } from '@takokit/core'

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

export function clock(at: number | undefined): string {
  return at === undefined ? '–' : time.format(at)
}

/** "in 4 min 10 s", or "4 s ago". */
export function distance(at: number | undefined, nowAt: number): string {
  if (at === undefined) return '–'
  const text = length(Math.abs(at - nowAt))
  return at >= nowAt ? `in ${text}` : `${text} ago`
}

/** "4 min 10 s". */
export function length(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3_600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ]
  return hours ? `${hours} h ${minutes} min` : minutes ? `${minutes} min ${rest} s` : `${rest} s`
}

export function shortAddress(address: string): string {
  return /^0x[\da-f]{40}$/i.test(address) ? `${address.slice(0, 6)}…${address.slice(-4)}` : address
}

/** One event of a session as a short text. */
export function sentence(event: AuthEvent): string {
  switch (event.type) {
    case 'restored':
      return 'Restored without a prompt'
    case 'signInStarted':
      return 'The wallet was asked to sign'
    case 'messageSigned':
      return 'Signed; exchanging it for tokens'
    case 'signInFailed':
      return `Signing in ended: ${event.code}`
    case 'sessionStarted':
      return 'Signed in'
    case 'refreshStarted':
      return 'Renewing the tokens'
    case 'tokensRefreshed':
      return event.isOwn ? 'Renewed by this tab' : 'Renewed by another tab; adopted here'
    case 'refreshDeferred':
      return `Not renewed yet: ${event.code}`
    case 'sessionEnded':
      return `Signed out: ${event.reason}`
    case 'signedOut':
      return event.revoked === 'unsupported'
        ? 'Its provider has no call to revoke tokens'
        : `Revoked at the provider: ${event.revoked ? 'yes' : 'no'}`
    default:
      return event satisfies never
  }
}
