import type { IncomingMessage } from 'node:http'
import type { WholeRequest } from '../types/RelayRequest.ts'

/** Written so, a path and a host are what a URL parser makes of them. Everything else is left to one. */
const plainPath = /^(?:\/[\w-]+)+\/?$/
const plainHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/
const outerSpace = /^[ \t]+|[ \t]+$/g
const none = Buffer.alloc(0)

/**
 * A call that has arrived whole and is plainly written, without the web platform's `Request`, whose making costs more than
 * everything that the relay does. `undefined` for any other.
 */
export function readWholeRequest(
  incoming: IncomingMessage & { rawBody?: unknown },
): WholeRequest | undefined {
  const { method, url = '', rawBody, rawHeaders } = incoming
  const isParsed = Buffer.isBuffer(rawBody)
  // Others may have begun to read it, or set an encoding.
  const isUntouched = !incoming.readableDidRead && incoming.readableEncoding === null
  const isWhole = incoming.complete && !incoming.errored && (isParsed || isUntouched)
  const host = find(rawHeaders, 'host') ?? ''
  if (method !== 'POST' || !isWhole || !plainPath.test(url) || !plainHost.test(host))
    return undefined
  const whole: Buffer = isParsed ? rawBody : ((incoming.read() as Buffer | null) ?? none)
  const request = {
    url: `http${'encrypted' in incoming.socket ? 's' : ''}://${host}${url}`,
    method,
    headers: { get: (name: string) => find(rawHeaders, name) },
    whole,
    toRequest: () =>
      new Request(request.url, {
        method,
        headers: pairsOf(rawHeaders),
        body: Uint8Array.from(whole),
      }),
  }
  return request
}

/** All values of one name: a cookie that is sent twice must be seen twice. */
function find(rawHeaders: readonly string[], name: string): string | null {
  let found: string | null = null
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const key = rawHeaders[index] ?? ''
    if (key.length !== name.length || key.toLowerCase() !== name) continue
    const value = (rawHeaders[index + 1] ?? '').replace(outerSpace, '')
    found = found === null ? value : found + (name === 'cookie' ? '; ' : ', ') + value
  }
  return found
}

function pairsOf(rawHeaders: readonly string[]): [string, string][] {
  const names = rawHeaders.filter((_, index) => index % 2 === 0)
  return names.map((name, index) => [name, rawHeaders[2 * index + 1] ?? ''])
}
