/** The readable members of one part of an error. */
export interface ErrorPart {
  codes: string[]
  texts: string[]
}

/** `info` and `body` are ethers' own places for a wallet's answer, `errors` an AggregateError's. */
const below = [
  'cause',
  'data',
  'originalError',
  'error',
  'info',
  'errors',
  'response',
  'body',
  'payload',
  'result',
  'innerError',
  'inner',
  'detail',
  'metadata',
] as const
const codes = ['code', 'errorCode', 'statusCode', 'status'] as const
const textual = [
  'message',
  'shortMessage',
  'details',
  'reason',
  'errorMessage',
  'description',
  'name',
  'type',
  ...codes,
] as const
const maxParts = 32
const maxTextLength = 2_000

/**
 * Returns every part of a thrown value, from the outside in: an error, its causes, the content of a JSON-RPC response, plain
 * texts. The value comes from a wallet's script, so it may have any shape, contain cycles, or throw when it is read.
 */
export function walkError(thrown: unknown): ErrorPart[] {
  const parts: ErrorPart[] = []
  const queue: unknown[] = [thrown]
  const seen = new Set<unknown>()
  for (const value of queue) {
    if (parts.length >= maxParts) break
    if (value === undefined || value === null || seen.has(value)) continue
    seen.add(value)
    if (typeof value === 'string') {
      const text = value.slice(0, maxTextLength)
      parts.push({ codes: toCodes(text), texts: [toWords(text)] })
      // The whole answer, written out.
      queue.push(parse(text))
    } else if (typeof value === 'object' || typeof value === 'function') {
      const said = [...textual.map((name) => read(value, name)), plain(value)]
      const texts = said.filter((text) => typeof text === 'string')
      parts.push({
        codes: codes.flatMap((name) => toCodes(read(value, name))),
        texts: texts.map((text) => toWords(text.slice(0, maxTextLength))),
      })
      queue.push(...below.map((name) => read(value, name)))
      // A message that is an object, or the whole answer written out.
      queue.push(...said.map((one) => (typeof one === 'string' ? parse(one) : one)))
      queue.push(...itemsOf(value))
    } else parts.push({ codes: toCodes(value), texts: [] })
  }
  return parts
}

function toCodes(value: unknown): string[] {
  return ['number', 'string', 'bigint'].includes(typeof value)
    ? [`${value as string}`.slice(0, maxTextLength).trim()]
    : []
}

/** `UserRejectedRequestError` and `USER_REJECTED` as words. */
function toWords(text: string): string {
  return text.replaceAll(/([a-z])(?=[A-Z])/g, '$1 ').replaceAll('_', ' ')
}

function read(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

/** The text or number in a box (`new String`), or a text that only `toString` tells. */
function plain(value: object): unknown {
  try {
    const inner = (value as { valueOf: () => unknown }).valueOf()
    if (Object(inner) !== inner) return inner
    const text = String(value)
    return text.startsWith('[object ') || typeof value === 'function' ? undefined : text
  } catch {
    return undefined
  }
}

function itemsOf(value: object): unknown[] {
  try {
    return Array.isArray(value) ? value.slice(0, maxParts) : []
  } catch {
    return []
  }
}

/** JSON in a text, perhaps after some words, or within quotes of its own. */
function parse(text: string): unknown {
  if (text.length > maxTextLength) return undefined
  const [json] = /^"[^]*"$|[{[][^]*[}\]]/.exec(text.trim()) ?? []
  try {
    return json && JSON.parse(json)
  } catch {
    return undefined
  }
}
