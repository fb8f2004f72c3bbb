import { type Address, getAddress, isAddress } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { accountLabel, defaultHeader, gasNote, issuedAtLabel } from './takoMessageParts.ts'

export interface CreateTakoMessageParameters {
  /** Who signs. Written with its EIP-55 checksum. */
  address: Address
  /** Written in UTC with milliseconds. Now by default. */
  issuedAt?: Date | undefined
  /** Replaces the first line. */
  header?: string | undefined
  /** Lines above the block: an origin, a statement. */
  before?: readonly string[] | undefined
  /** Lines below the block: a nonce, resources. */
  after?: readonly string[] | undefined
}

/**
 * Builds the text that Tako wants signed; by default exactly the documented one, to the last newline.
 *
 * @example
 * ```ts
 * import { createTakoMessage } from '@takokit/core'
 *
 * const message = createTakoMessage({ address: '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9' })
 * ```
 *
 * @throws {TakoKitError} `message/invalid` where the address or the time is none, or an added line would break the block.
 * @see Tako's GetToken document; ERC-55 for the checksum, RFC 3339 for the time.
 */
export function createTakoMessage(parameters: CreateTakoMessageParameters): string {
  const {
    address,
    issuedAt = new Date(),
    header = defaultHeader,
    before = [],
    after = [],
  } = parameters
  if (!isAddress(address, { strict: false })) throw invalid('`address` is not an Ethereum address.')
  const time = Number.isFinite(issuedAt.getTime()) ? issuedAt.toISOString() : ''
  // RFC 3339 has four digits for the year.
  if (time.length !== 24) throw invalid('`issuedAt` is not a date that can be written.')
  for (const line of [header, ...before, ...after]) {
    if (/[\r\n]/.test(line))
      throw invalid('An added line contains a line break. Pass one string per line.')
    if (/^(account|issued at):$/i.test(line))
      throw invalid('An added line repeats a label of the signed block. Use other words.')
  }
  return [
    header,
    '',
    gasNote,
    '',
    ...(before.length ? [...before, ''] : []),
    accountLabel,
    getAddress(address.toLowerCase()),
    '',
    issuedAtLabel,
    time,
    '',
    ...after,
    '',
  ].join('\n')
}

function invalid(message: string): TakoKitError {
  return new TakoKitError('message/invalid', message)
}
