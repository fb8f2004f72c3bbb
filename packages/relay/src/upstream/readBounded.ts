import { TakoKitError } from '@takokit/core'
import { joinBytes } from '../utils/joinBytes.ts'

/** Token responses are smaller. */
const maxBytes = 65_536

/** A copy of a response, read to its end and bounded, with the few headers that a provider reads; and its bytes. */
export async function readBounded(
  response: Response,
): Promise<{ answer: Response; bytes: Uint8Array<ArrayBuffer> }> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > maxBytes) {
      reader?.cancel().catch(() => {})
      throw new TakoKitError(
        'provider/unreadable',
        'The provider sent more than a token answer can be.',
      )
    }
    chunks.push(read.value)
  }
  const headers = new Headers()
  for (const name of ['content-type', 'retry-after']) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  const isEmpty = [101, 204, 205, 304].includes(response.status)
  const bytes = joinBytes(chunks, size)
  const answer = new Response(isEmpty ? null : bytes, { status: response.status, headers })
  return { answer, bytes }
}
