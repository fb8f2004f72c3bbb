import type { Client } from 'viem'
import { SiweMessageError } from '../../errors/SiweMessageError.ts'
import { TakoKitError } from '../../errors/TakoKitError.ts'
import { defaultMaxLength, parseSiweMessage } from './parseSiweMessage.ts'
import type { SiweMessage } from './SiweMessage.ts'
import { verifySiweSignature } from './verifySiweSignature.ts'

export interface VerifySiweMessageParameters {
  /** The text as it was submitted. This is what is hashed. */
  message: string
  /** As hexadecimal digits after `0x`. */
  signature: string
  /** Compared whole with the message's. */
  domain: string
  /** Compared whole with the message's, or by its origin alone. */
  uri: string | { origin: string }
  /** The nonce that the server gave: compared whole. */
  nonce: string
  /** The chains that a message may name. */
  chainIds: readonly (number | bigint)[]
  /** Compared with the message's, where the message has one. */
  scheme?: string | undefined
  /** The time of the check, epoch milliseconds. */
  now: number
  /**
   * viem clients of the chains whose contracts may sign (ERC-1271, ERC-6492, ERC-7739). A contract is asked on the chain that the
   * message names. Without a client for it, only externally owned accounts are accepted.
   */
  publicClients?: readonly Client[] | undefined
  /** Longer messages are refused unread, in characters. Default: 8192. */
  maxLength?: number | undefined
}

/**
 * What a check found first. `unavailable` is no verdict: the node of the chain did not answer, and the same message and signature
 * may be tried again.
 */
export type SiweRefusal =
  | 'malformed'
  | 'domain'
  | 'scheme'
  | 'uri'
  | 'chain'
  | 'nonce'
  | 'expired'
  | 'not-yet-valid'
  | 'signature'
  | 'unavailable'

export type VerifySiweMessageReturnType =
  | { ok: true; message: SiweMessage }
  | { ok: false; reason: SiweRefusal; detail: string }

/**
 * Verifies an EIP-4361 message and its signature against what the server expects. Whatever was submitted, the answer is a value;
 * only a missing or empty expectation throws, since it must not mean that nothing is compared.
 *
 * Whether the nonce was issued, and is used for the first time, is for the caller to know: burn it before this call.
 *
 * @example
 * ```ts
 * import { verifySiweMessage } from '@takokit/core/siwe'
 *
 * async function addressOf(message: string, signature: string, nonce: string) {
 *   const verified = await verifySiweMessage({
 *     message,
 *     signature,
 *     nonce,
 *     domain: 'example.com',
 *     uri: 'https://example.com',
 *     chainIds: [1],
 *     now: Date.now(),
 *   })
 *   return verified.ok ? verified.message.address : undefined
 * }
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if an expectation is missing or empty.
 * @see EIP-4361, "Verifying a signed message".
 */
export async function verifySiweMessage(
  parameters: VerifySiweMessageParameters,
): Promise<VerifySiweMessageReturnType> {
  const expected = checkExpectations(parameters)
  let message: SiweMessage
  try {
    message = parseSiweMessage(parameters.message, {
      maxLength: parameters.maxLength ?? defaultMaxLength,
    })
  } catch (error) {
    if (error instanceof SiweMessageError)
      return { ok: false, reason: 'malformed', detail: error.message }
    throw error
  }
  const unbound = compare(message, parameters, expected)
  if (unbound) return { ok: false, ...unbound }
  const { message: text, signature, publicClients = [] } = parameters
  const unsigned = await verifySiweSignature({ message, text, signature, publicClients })
  return unsigned ? { ok: false, ...unsigned } : { ok: true, message }
}

interface Expected {
  chainIds: readonly bigint[]
  origin: string | undefined
}

function checkExpectations(parameters: VerifySiweMessageParameters): Expected {
  const { domain, uri, nonce, chainIds, scheme, now } = parameters
  for (const [name, text] of Object.entries({
    domain,
    nonce,
    uri: typeof uri === 'string' ? uri : uri?.origin,
    ...(scheme === undefined ? {} : { scheme }),
  }))
    if (typeof text !== 'string' || text === '') throw missing(name)
  if (!Array.isArray(chainIds) || chainIds.length === 0) throw missing('chainIds')
  if (!chainIds.every((id) => typeof id === 'bigint' || Number.isInteger(id)))
    throw new TakoKitError('config/invalid', '`chainIds` are whole numbers.')
  if (!Number.isFinite(now)) throw missing('now')
  const origin = typeof uri === 'string' ? undefined : originOf(uri.origin)
  if (origin === undefined && typeof uri !== 'string')
    throw new TakoKitError(
      'config/invalid',
      '`uri.origin` is not an origin such as https://example.com.',
    )
  return { chainIds: chainIds.map((id) => BigInt(id)), origin }
}

function missing(name: string): TakoKitError {
  return new TakoKitError(
    'config/invalid',
    `\`${name}\` is missing or empty. A message is never verified without it: say what to compare it with.`,
  )
}

/** The first expectation that the message does not meet. */
function compare(
  message: SiweMessage,
  { domain, uri, nonce, scheme, now }: VerifySiweMessageParameters,
  { chainIds, origin }: Expected,
): { reason: SiweRefusal; detail: string } | undefined {
  const no = (reason: SiweRefusal, detail: string) => ({ reason, detail })
  if (message.domain !== domain) return no('domain', 'The message is for another domain.')
  if (scheme !== undefined && message.scheme !== undefined && message.scheme !== scheme)
    return no('scheme', 'The message names another scheme.')
  if (origin === undefined ? message.uri !== uri : originOf(message.uri) !== origin)
    return no('uri', 'The message names another URI.')
  if (!chainIds.includes(message.chainId)) return no('chain', 'The message names another chain.')
  if (message.nonce !== nonce) return no('nonce', 'The message holds another nonce.')
  if (message.expirationTime && now >= message.expirationTime.getTime())
    return no('expired', 'The message has expired.')
  if (message.notBefore && now < message.notBefore.getTime())
    return no('not-yet-valid', 'The message is not valid yet.')
  return undefined
}

/** `undefined` for a URI that has none: `null` as a text would equal another one. */
function originOf(uri: string): string | undefined {
  const origin = URL.canParse(uri) ? new URL(uri).origin : 'null'
  return origin === 'null' ? undefined : origin
}
