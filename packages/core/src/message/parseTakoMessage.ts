import type { Address } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { parseInstant } from '../utils/parseInstant.ts'
import { readAddress } from './readAddress.ts'
import { accountLabel, gasNote, issuedAtLabel } from './takoMessageParts.ts'

/** The parts of a message. */
export interface ParsedTakoMessage {
  /** Written with its EIP-55 checksum. */
  address: Address
  issuedAt: Date
  /** The first line, if the text begins as documented. */
  header: string | undefined
  before: readonly string[]
  after: readonly string[]
}

/**
 * Parses a text that Tako would accept, wherever its block stands, and says what is wrong with any other text.
 *
 * @example
 * ```ts
 * import { createTakoMessage, parseTakoMessage } from '@takokit/core'
 *
 * const text = createTakoMessage({ address: '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9' })
 * const { address, issuedAt } = parseTakoMessage(text)
 * ```
 *
 * @throws {TakoKitError} `message/invalid`, with the fault and its line.
 * @see Tako's GetToken document; its older client wrote the labels in other cases, with lines between them.
 */
export function parseTakoMessage(text: string): ParsedTakoMessage {
  const lines = text.split(/\r?\n/)
  const account = findLabel(lines, accountLabel)
  const issued = findLabel(lines, issuedAtLabel)
  if (issued < account)
    throw invalid(
      issued,
      `\`${issuedAtLabel}\` stands before \`${accountLabel}\`. It belongs after it.`,
    )
  const address = parseAddress(lines[account + 1] ?? '', account + 1)
  const issuedAt = parseInstant(lines[issued + 1] ?? '')
  if (issuedAt === undefined)
    throw invalid(
      issued + 1,
      'This is not a time in RFC 3339 format, such as 2023-08-01T10:29:31.000Z.',
    )
  return {
    address,
    issuedAt: new Date(issuedAt),
    ...splitLead(lines.slice(0, account)),
    // The block ends with a blank line, and the text with a line break.
    after: lines.slice(issued + 3, lines.at(-1) === '' ? -1 : undefined),
  }
}

function findLabel(lines: readonly string[], label: string): number {
  const [first, second] = lines.flatMap((line, index) =>
    line.toUpperCase() === label ? [index] : [],
  )
  if (first === undefined)
    throw new TakoKitError('message/invalid', `The message has no line \`${label}\`.`)
  if (second !== undefined)
    throw invalid(second, `\`${label}\` stands here a second time. A message has one.`)
  return first
}

function parseAddress(value: string, line: number): Address {
  const read = readAddress(value)
  if ('problem' in read) throw invalid(line, read.problem)
  return read.address
}

function splitLead(lead: string[]): Pick<ParsedTakoMessage, 'header' | 'before'> {
  const [header, blank, note, ...rest] = lead
  const isDocumented = header !== undefined && blank === '' && note === gasNote && rest[0] === ''
  // Each paragraph ends with a blank line, which belongs to the layout and not to the lines.
  if (isDocumented) return { header, before: rest.slice(1, -1) }
  return { header: undefined, before: lead.at(-1) === '' ? lead.slice(0, -1) : lead }
}

function invalid(line: number, problem: string): TakoKitError {
  return new TakoKitError('message/invalid', `Line ${line + 1} of the message: ${problem}`)
}
