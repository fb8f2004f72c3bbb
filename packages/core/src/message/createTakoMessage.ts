import { type Address, getAddress, isAddress } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { accountLabel, defaultHeader, gasNote, issuedAtLabel } from './takoMessageParts.ts'

export interface CreateTakoMessageParameters {
  /** The signing address. Written with its EIP-55 checksum. */
  address: Address
  /** Written in UTC with milliseconds. Default: now. */
  issuedAt?: Date | undefined
  /** Replaces the first line. All additions together have at most 4000 characters, each of them visible. */
  header?: string | undefined
  /** Lines above the block: an origin, a statement. */
  before?: readonly string[] | undefined
  /** Lines below the block: a nonce, resources. */
  after?: readonly string[] | undefined
}

/**
 * Creates the text that Tako requires to be signed; by default exactly the documented one, including the last newline.
 *
 * @example
 * ```ts
 * import { createTakoMessage } from '@takokit/core'
 *
 * const message = createTakoMessage({ address: '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9' })
 * ```
 *
 * @throws {TakoKitError} `message/invalid` if the address or the time is invalid, or if an added line would break the block, is
 * too long to be read, or contains characters that wallets do not show (controls, direction overrides): the text names the
 * character and its position.
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
  // RFC 3339 allows four digits for the year.
  if (time.length !== 24) throw invalid('`issuedAt` is not a time that can be written.')
  let left = maxAdded
  for (const [name, lines] of Object.entries({ header: [header], before, after }))
    lines.forEach((line, index) => {
      const at = line.search(unseen)
      left -= line.length || 1
      const problem =
        at >= 0
          ? `holds U+${line.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')} at character ${at + 1}`
          : left < 0
            ? 'is too long'
            : /^\s*(account|issued at):\s*$/i.test(line) && 'repeats a label'
      if (problem) throw invalid(`\`${name}[${index}]\` ${problem}.`)
    })
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

/** A longer text would not be read before it is signed. */
const maxAdded = 4_000
/** Controls, lone surrogates, separators of lines, and what turns the direction of writing (Unicode, Bidi_Control). */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/u

function invalid(message: string): TakoKitError {
  return new TakoKitError('message/invalid', message)
}
