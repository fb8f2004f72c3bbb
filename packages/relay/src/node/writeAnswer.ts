import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { RelayAnswer } from '../http/RelayAnswer.ts'

/** Writes an answer to Node's response. */
export function writeAnswer(
  outgoing: ServerResponse,
  { status, headers, cookies, body }: RelayAnswer,
): void {
  const all: OutgoingHttpHeaders = headers
  if (cookies.length > 0) all['set-cookie'] = [...cookies]
  if (body !== undefined) all['content-length'] = Buffer.byteLength(body)
  outgoing.writeHead(status, all)
  outgoing.end(body)
}
