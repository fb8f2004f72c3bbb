import type { ServerResponse } from 'node:http'
import type { RelayAnswer } from '../http/RelayAnswer.ts'

/** Writes an answer to Node's response. */
export function writeAnswer(
  outgoing: ServerResponse,
  { status, headers, cookies, body }: RelayAnswer,
): void {
  outgoing.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
  })
  outgoing.end(body)
}
