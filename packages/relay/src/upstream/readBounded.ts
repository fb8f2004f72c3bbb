import { TakoKitError } from '@takokit/core'
import { joinBytes } from '../utils/joinBytes.ts'
import { createWholeAnswer, maxAnswerBytes, wholeBodyOf } from './wholeAnswer.ts'

/** A copy of a response, read to its end and bounded, with the few headers that a provider reads; and its bytes. */
export async function readBounded(
  response: Response,
): Promise<{ answer: Response; bytes: Uint8Array<ArrayBuffer> }> {
  const whole = wholeBodyOf(response)
  if (whole && whole.byteLength > maxAnswerBytes) throw tooLarge()
  if (whole) return { answer: response, bytes: whole }
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > maxAnswerBytes) {
      reader?.cancel().catch(() => {})
      throw tooLarge()
    }
    chunks.push(read.value)
  }
  const { status, headers } = response
  const bytes = joinBytes(chunks, size)
  const answer = createWholeAnswer({ status, header: (name) => headers.get(name), bytes })
  return { answer, bytes }
}

function tooLarge(): TakoKitError {
  return new TakoKitError(
    'provider/unreadable',
    'The provider sent more than a token answer can be.',
  )
}
