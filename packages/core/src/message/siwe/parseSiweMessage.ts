import { SiweMessageError } from '../../errors/SiweMessageError.ts'
import { readAddress } from '../readAddress.ts'
import { describeCharacter } from './describeCharacter.ts'
import { parseDateTime } from './parseDateTime.ts'
import type { SiweMessage } from './SiweMessage.ts'
import { authorityFault, pcharFault, schemeFault, uriFault } from './uriFaults.ts'

export interface ParseSiweMessageOptions {
  /** Longer texts are refused before anything else is looked at, in characters. Default: 8192. */
  maxLength?: number | undefined
}

/**
 * Parses an EIP-4361 message by the whole of its grammar. Nothing is trimmed, skipped or repaired, and the time that it takes
 * grows with the length of the text alone.
 *
 * Stricter than the letter of the grammar in three places: a domain has a host, an address begins with a small `0x` and, where
 * its letters are in both cases, has its EIP-55 checksum, and a date exists.
 *
 * @example
 * ```ts
 * import { parseSiweMessage } from '@takokit/core/siwe'
 *
 * function chainOf(text: string): bigint {
 *   return parseSiweMessage(text).chainId
 * }
 * ```
 *
 * @throws {SiweMessageError} `message/invalid`, with the line and the rule that it does not match.
 * @see EIP-4361, RFC 3986 for `URI` and `authority`, RFC 3339 for `date-time`.
 */
export function parseSiweMessage(
  text: string,
  { maxLength = defaultMaxLength }: ParseSiweMessageOptions = {},
): SiweMessage {
  if (typeof text !== 'string') throw new SiweMessageError(0, 'message', 'It is not a text.')
  // `NaN` is no length either.
  if (!(text.length <= maxLength))
    throw new SiweMessageError(
      0,
      'message',
      `It has ${text.length} characters; ${maxLength} are allowed.`,
    )
  const reader = readLines(text)
  return {
    ...parseHeader(reader),
    address: parseAddress(reader),
    statement: parseStatement(reader),
    ...parseFields(reader),
    ...parseOptionalFields(reader),
  }
}

export const defaultMaxLength = 8_192
export const headerEnd = ' wants you to sign in with your Ethereum account:'

interface LineReader {
  /** The next line, which stays; `undefined` after the last one. */
  peek: (ahead?: number) => string | undefined
  take: (rule: string) => string
  /** The part of the next line after its label. */
  value: (label: string, rule: string) => string
  /** An error about the line that was taken last. */
  fail: (rule: string, problem: string) => SiweMessageError
  /** Refuses what does not fit, by the index of its first character that does not. */
  check: (rule: string, value: string, at: number) => string
}

function readLines(text: string): LineReader {
  const lines = text.split('\n')
  let taken = 0
  const fail = (rule: string, problem: string) => new SiweMessageError(taken, rule, problem)
  const take = (rule: string) => {
    const line = lines[taken++]
    if (line === undefined) throw fail(rule, 'The message ends before it.')
    return line
  }
  return {
    peek: (ahead = 0) => lines[taken + ahead],
    take,
    value: (label, rule) => {
      const line = take(rule)
      if (!line.startsWith(label)) throw fail(rule, `The line does not begin with \`${label}\`.`)
      return line.slice(label.length)
    },
    fail,
    check: (rule, value, at) => {
      if (at >= 0) throw fail(rule, describeCharacter(value, at))
      return value
    },
  }
}

function parseHeader({ take, fail, check }: LineReader): Pick<SiweMessage, 'scheme' | 'domain'> {
  const line = take('domain')
  if (!line.endsWith(headerEnd))
    throw fail('domain', `The line does not end with \`${headerEnd}\`.`)
  const origin = line.slice(0, -headerEnd.length)
  const end = origin.indexOf('://')
  const scheme = end < 0 ? undefined : origin.slice(0, end)
  if (scheme !== undefined) check('scheme', scheme, schemeFault(scheme))
  const domain = end < 0 ? origin : origin.slice(end + 3)
  check('domain', domain, authorityFault(domain))
  // The grammar lets a host be empty, which names no site.
  const host = domain.slice(domain.indexOf('@') + 1)
  if (host === '' || host.startsWith(':')) throw fail('domain', 'It names no host.')
  return { scheme, domain }
}

function parseAddress({ take, fail }: LineReader): SiweMessage['address'] {
  const line = take('address')
  if (line.startsWith('0X')) throw fail('address', 'It begins with `0X` in place of `0x`.')
  const read = readAddress(line)
  if ('problem' in read) throw fail('address', read.problem)
  if (take('address') !== '') throw fail('address', 'An empty line follows the address.')
  return read.address
}

/** Without a statement, two empty lines stand here; with an empty one, three. */
function parseStatement({ peek, take, fail, check }: LineReader): string | undefined {
  const hasStatement = peek() !== '' || peek(1) === ''
  const statement = hasStatement ? take('statement') : undefined
  if (statement !== undefined)
    check('statement', statement, statement.search(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;= ]/))
  if (take('statement') !== '') throw fail('statement', 'An empty line stands before `URI: `.')
  return statement
}

function parseFields(reader: LineReader) {
  const { value, fail, check } = reader
  const uri = value('URI: ', 'uri')
  check('uri', uri, uriFault(uri))
  const version = value('Version: ', 'version')
  if (version !== '1') throw fail('version', 'It is not `1`.')
  const chain = value('Chain ID: ', 'chain-id')
  check('chain-id', chain, chain === '' ? 0 : chain.search(/[^0-9]/))
  const nonce = value('Nonce: ', 'nonce')
  check('nonce', nonce, nonce.search(/[^A-Za-z0-9]/))
  if (nonce.length < 8) throw fail('nonce', 'It has fewer than 8 characters.')
  const issuedAt = parseDate(reader, 'Issued At: ', 'issued-at')
  return { uri, version, chainId: BigInt(chain), nonce, issuedAt } as const
}

function parseOptionalFields(reader: LineReader) {
  const { peek, take, value, fail, check } = reader
  const has = (label: string) => peek()?.startsWith(label)
  const expirationTime = has('Expiration Time: ')
    ? parseDate(reader, 'Expiration Time: ', 'expiration-time')
    : undefined
  const notBefore = has('Not Before: ')
    ? parseDate(reader, 'Not Before: ', 'not-before', 'up')
    : undefined
  const requestId = has('Request ID: ') ? value('Request ID: ', 'request-id') : undefined
  if (requestId !== undefined) check('request-id', requestId, pcharFault(requestId))
  let resources: string[] | undefined
  if (peek() === 'Resources:') {
    take('resources')
    resources = []
    while (peek() !== undefined) {
      const resource = value('- ', 'resource')
      resources.push(check('resource', resource, uriFault(resource)))
    }
  }
  if (peek() !== undefined) {
    take('end')
    throw fail('end', 'No field of this name, or not one more, may stand here.')
  }
  return { expirationTime, notBefore, requestId, resources }
}

function parseDate({ value, fail }: LineReader, label: string, rule: string, rounded?: 'up'): Date {
  const instant = parseDateTime(value(label, rule), rounded)
  if (instant === undefined)
    throw fail(
      rule,
      'This is not a date and time that exists, in the form 2026-03-14T09:25:00.000Z.',
    )
  return new Date(instant)
}
