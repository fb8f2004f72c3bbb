import { type Address, getAddress, isAddress } from 'viem'
import { SiweMessageError } from '../../errors/SiweMessageError.ts'
import { describeCharacter } from './describeCharacter.ts'
import { headerEnd, parseSiweMessage } from './parseSiweMessage.ts'

export interface CreateSiweMessageParameters {
  /** The scheme of the origin before the domain: `https`. Default: none. */
  scheme?: string | undefined
  /** An RFC 3986 authority: `location.host`. */
  domain: string
  /** Written with its EIP-55 checksum. */
  address: Address
  /** Printable ASCII without `% " \ < > { } | ^` and the backquote. */
  statement?: string | undefined
  /** The RFC 3986 URI that the sign-in is for: `location.origin`. */
  uri: string
  /** The EIP-155 id of the chain. */
  chainId: number | bigint
  /** At least 8 ASCII letters and digits. */
  nonce: string
  /** The time of the sign-in. */
  issuedAt: Date
  /** From when on the message is not valid any more. Default: it does not say. */
  expirationTime?: Date | undefined
  /** From when on the message is valid. Default: it does not say. */
  notBefore?: Date | undefined
  /** An id of the sign-in for the server, without a line break. Default: none. */
  requestId?: string | undefined
  /** URIs that the message lists. Default: none. */
  resources?: readonly string[] | undefined
}

/**
 * Creates the text of an EIP-4361 message. Builds nothing that {@link parseSiweMessage} refuses.
 *
 * @example
 * ```ts
 * import { createSiweMessage } from '@takokit/core/siwe'
 *
 * const message = createSiweMessage({
 *   domain: 'example.com',
 *   address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
 *   statement: 'Sign in to Example.',
 *   uri: 'https://example.com',
 *   chainId: 1,
 *   nonce: 'k7Qm2xZp9Lr4Tb0w',
 *   issuedAt: new Date(),
 * })
 * ```
 *
 * @throws {SiweMessageError} `message/invalid`, with the line and the rule; for a character, which one and where it stands.
 */
export function createSiweMessage(parameters: CreateSiweMessageParameters): string {
  const { scheme, domain, address, statement, uri, chainId, nonce, requestId, resources } =
    parameters
  const texts = { scheme, domain, statement, uri, nonce, 'request-id': requestId }
  for (const [rule, text] of Object.entries(texts)) if (text !== undefined) refuseBreak(rule, text)
  for (const resource of resources ?? []) refuseBreak('resource', resource)
  if (!isAddress(address, { strict: false }))
    throw new SiweMessageError(2, 'address', 'This is not an Ethereum address.')
  const { issuedAt, expirationTime, notBefore } = parameters
  const text = [
    `${scheme === undefined ? '' : `${scheme}://`}${domain}${headerEnd}`,
    getAddress(address.toLowerCase()),
    '',
    ...(statement === undefined ? [] : [statement]),
    '',
    `URI: ${uri}`,
    'Version: 1',
    `Chain ID: ${chainId}`,
    `Nonce: ${nonce}`,
    `Issued At: ${write(issuedAt)}`,
    ...(expirationTime ? [`Expiration Time: ${write(expirationTime)}`] : []),
    ...(notBefore ? [`Not Before: ${write(notBefore)}`] : []),
    ...(requestId === undefined ? [] : [`Request ID: ${requestId}`]),
    ...(resources ? ['Resources:', ...resources.map((resource) => `- ${resource}`)] : []),
  ].join('\n')
  parseSiweMessage(text)
  return text
}

/** A line break would begin another field. */
function refuseBreak(rule: string, text: string): void {
  const at = text.indexOf('\n')
  if (at >= 0) throw new SiweMessageError(0, rule, describeCharacter(text, at))
}

/** What is no date is left for the parser to refuse. */
function write(date: Date): string {
  return Number.isFinite(date.getTime()) ? date.toISOString() : 'invalid'
}
