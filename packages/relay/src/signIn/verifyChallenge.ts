import type { SignedMessage } from '@takokit/core'
import { createSiweMessage, type SiweMessage, verifySiweMessage } from '@takokit/core/siwe'
import type { SiweIssuer } from '../providers/siweIssuer/IssuerProvider.ts'
import type { SiweIdentity } from '../providers/siweIssuer/SiweIssuerOptions.ts'
import type { RelayErrorCode } from '../types/RelayErrorCode.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { SignInRules } from '../types/SignInRules.ts'

export interface VerifyChallengeParameters {
  issuer: SiweIssuer
  signed: SignedMessage
  /** Of the challenge that was burnt for this message. */
  nonce: string
  rules: SignInRules
  nowAt: number
}

/** How long a page waits before it sends the same signature again. */
const nodeWaitMs = 2_000

/**
 * Verifies a signed message against what this issuer expects. The bytes that were submitted are what is hashed.
 *
 * @throws {RelayRefusal} with a code that ends the attempt in the page; 503 if the chain's node did not answer.
 */
export async function verifyChallenge({
  issuer,
  signed,
  nonce,
  rules,
  nowAt,
}: VerifyChallengeParameters): Promise<SiweIdentity> {
  const { domain, origin, chainIds, publicClients } = issuer
  const verified = await verifySiweMessage({
    message: signed.message,
    signature: signed.signature,
    domain,
    uri: { origin },
    scheme: new URL(origin).protocol.slice(0, -1),
    nonce,
    chainIds,
    now: nowAt,
    publicClients,
  })
  if (!verified.ok) throw refuse(verified.reason, verified.detail)
  const { message } = verified
  if (message.address.toLowerCase() !== signed.address.toLowerCase())
    throw refuse('signature', 'The message names another address than the request.')
  if (Math.abs(nowAt - message.issuedAt.getTime()) > rules.maxAgeMs)
    throw refuse('expired', 'It is too old, or of a time to come: check the device’s clock.')
  const { statement = message.statement } = issuer
  if (rules.ownMessage && write(message, statement) !== signed.message)
    throw refuse(
      'message',
      statement === message.statement
        ? 'The message is not written as this issuer writes it.'
        : 'The message has another `statement` than this issuer. Give page and relay the same.',
    )
  return { address: message.address, chainId: Number(message.chainId) }
}

/** The text as the kit writes it, with one spelling of each field. */
function write(message: SiweMessage, statement: string | undefined): string {
  return createSiweMessage({ ...message, statement })
}

const answers: Partial<Record<string, [status: number, code: RelayErrorCode, title: string]>> = {
  expired: [403, 'provider/message-expired', 'The signed message is not valid now. Sign in again.'],
  signature: [
    403,
    'provider/signature-refused',
    'The signature is not accepted for this account. Sign in again with the account that is shown.',
  ],
  unavailable: [503, 'provider/unavailable', 'The signature could not be checked. Try again.'],
}

function refuse(reason: string, detail: string): RelayRefusal {
  const [status, code, title] = answers[reason === 'not-yet-valid' ? 'expired' : reason] ?? [
    400,
    'provider/bad-request',
    'This message begins no session here.',
  ]
  const retryAfterMs = status === 503 ? nodeWaitMs : undefined
  return new RelayRefusal(status, code, title, { detail, retryAfterMs })
}
