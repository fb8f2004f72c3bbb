/** Token answers are smaller. */
export const maxAnswerBytes = 65_536

const decoder = new TextDecoder()
const bodies = new WeakMap<Response, Uint8Array<ArrayBuffer>>()

/** An answer of a provider that has arrived whole, with the few headers that are read of it. */
export function createWholeAnswer({
  status,
  header,
  bytes,
}: {
  status: number
  header: (name: string) => string | null | undefined
  bytes: Uint8Array<ArrayBuffer>
}): Response {
  const headers = new Headers()
  for (const name of ['content-type', 'retry-after']) {
    const value = header(name)
    if (typeof value === 'string') headers.set(name, value)
  }
  const isEmpty = [101, 204, 205, 304].includes(status)
  const answer = new Response(isEmpty ? null : bytes, { status, headers })
  // To read them as a stream takes longer than to seal a session.
  Object.defineProperty(answer, 'text', { value: async () => decoder.decode(bytes) })
  bodies.set(answer, bytes)
  return answer
}

/** The body of such an answer, which to read again as a stream costs as much as the request; `undefined` for any other. */
export function wholeBodyOf(answer: Response): Uint8Array<ArrayBuffer> | undefined {
  return bodies.get(answer)
}
