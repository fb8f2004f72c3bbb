import type { SignedMessage, TokenProvider } from '@takokit/core'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { SignInRules } from '../types/SignInRules.ts'

/** RFC 3339. */
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/gi
/** Our messages have fewer instants; each is tried. */
const maxInstants = 16

/**
 * Checks a signed message against its claimed address and its age: a message for another site or address, or an old one, begins
 * no session here. Returns when it was issued, if it says so.
 *
 * @throws {RelayRefusal} with a code that ends the attempt in the page.
 */
export function checkMessage(
  { message, address }: SignedMessage,
  {
    provider,
    rules,
    nowAt,
  }: { provider: Pick<TokenProvider, 'createMessage'>; rules: SignInRules; nowAt: number },
): number | undefined {
  const { createMessage } = provider
  if (!createMessage) return undefined
  const instants = [...new Set(message.match(instant)?.slice(0, maxInstants))]
    .map((text) => new Date(text))
    .filter((date) => Number.isFinite(date.getTime()))
  if (!message.toLowerCase().includes(address.toLowerCase()))
    throw wrongMessage('The message does not name the address.')
  const issuedAt = rules.ownMessage
    ? instants.find((date) => createMessage({ address, issuedAt: date }) === message)
    : instants[0]
  if (rules.ownMessage && !issuedAt)
    throw wrongMessage(
      'The message is not the one that the relay’s provider builds. Give page and relay the same `message` options.',
    )
  const issued = issuedAt?.getTime()
  const isTimely = issued !== undefined && Math.abs(nowAt - issued) <= rules.maxAgeMs
  if (!isTimely && Number.isFinite(rules.maxAgeMs))
    throw new RelayRefusal(
      403,
      'provider/message-expired',
      'The signed message is too old, or of a time to come. Sign in again, and check the device’s clock.',
    )
  return issued
}

function wrongMessage(detail: string): RelayRefusal {
  const title = 'This message begins no session here.'
  return new RelayRefusal(400, 'provider/bad-request', title, { detail })
}
