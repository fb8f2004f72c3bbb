import { zeroAddress } from 'viem'
import { TakoKitError } from '../../errors/TakoKitError.ts'
import { createSiweMessage } from '../../message/siwe/createSiweMessage.ts'
import { parseSiweMessage } from '../../message/siwe/parseSiweMessage.ts'
import type { MessageParameters } from '../../types/TokenProvider.ts'
import { isRecord } from '../../utils/isRecord.ts'
import type { SiweOptions } from './SiweOptions.ts'

/**
 * The text to sign, for this page: the backend's whole message if it sends one, otherwise one with its nonce. Whatever the
 * backend says, it is never a message for another site.
 */
export function writeMessage(
  options: SiweOptions<string>,
  { address, chainId, issuedAt, challenge }: MessageParameters,
): string {
  const { domain, uri } = here(options)
  const given = isRecord(challenge) ? challenge : {}
  if (typeof given.domain === 'string' && given.domain !== domain)
    throw wrongSite(domain, given.domain)
  if (typeof given.message === 'string') return checked(given.message, { address, domain, uri })
  const { statement = options.statement, nonce, chainIds } = given
  const accepted = Array.isArray(chainIds) ? (chainIds as unknown[]) : []
  const isAccepted = accepted.length === 0 || accepted.includes(chainId)
  const chain = options.chainId ?? (isAccepted ? chainId : accepted[0]) ?? 1
  const { resources, expiresInMs } = options
  return createSiweMessage({
    domain,
    address,
    statement: typeof statement === 'string' ? statement : undefined,
    uri,
    chainId: Number(chain),
    nonce: String(nonce),
    issuedAt,
    expirationTime:
      expiresInMs === undefined ? undefined : new Date(issuedAt.getTime() + expiresInMs),
    resources,
  })
}

function here(options: SiweOptions<string>): { domain: string; uri: string } {
  const { location } = globalThis as { location?: { host: string; origin: string } }
  const { domain = location?.host, uri = location?.origin } = options
  if (domain && uri) return { domain, uri }
  throw new TakoKitError(
    'config/invalid',
    'Outside of a page, `siwe` needs `domain` and `uri`: what the message is for.',
  )
}

/** A message of the backend is signed as it is, if it is for this page and account. Some backends leave the account open. */
function checked(text: string, expected: { address: string; domain: string; uri: string }): string {
  const message = parseSiweMessage(text)
  if (message.domain !== expected.domain) throw wrongSite(expected.domain, message.domain)
  if (originOf(message.uri) !== originOf(expected.uri)) throw wrongSite(expected.uri, message.uri)
  if (message.address !== expected.address && message.address !== zeroAddress)
    throw new TakoKitError('message/invalid', 'The backend’s message names another account.')
  return text
}

function originOf(uri: string): string {
  const origin = URL.canParse(uri) ? new URL(uri).origin : 'null'
  return origin === 'null' ? uri : origin
}

function wrongSite(here: string, named: string): TakoKitError {
  return new TakoKitError(
    'config/invalid',
    `The backend asks for a message for "${named}", and this page is "${here}". Give both the same \`domain\`.`,
  )
}
