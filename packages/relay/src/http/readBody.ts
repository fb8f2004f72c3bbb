import { type GenericSchema, type InferOutput, safeParse } from 'valibot'
import type { RelayConfig } from '../config/RelayConfig.ts'
import { RelayRefusal } from './RelayRefusal.ts'

/** Reads a JSON body of a known shape, bounded in size and in time. */
export async function readBody<const schema extends GenericSchema>(
  { maxBodyBytes, setTimer, timing }: Pick<RelayConfig, 'maxBodyBytes' | 'setTimer' | 'timing'>,
  request: Request,
  schema: schema,
): Promise<InferOutput<schema>> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (!(length <= maxBodyBytes)) throw tooLarge()
  const reader = request.body?.getReader()
  let stop = () => {}
  const late = new Promise<never>((_, reject) => {
    stop = setTimer(() => {
      reject(new RelayRefusal(408, 'request/too-slow', 'The body took too long to arrive.'))
    }, timing.bodyTimeoutMs)
  })
  let text = ''
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let size = 0
    while (reader) {
      const { done, value } = await Promise.race([reader.read(), late])
      if (done) break
      size += value.byteLength
      if (size > maxBodyBytes) throw tooLarge()
      text += decoder.decode(value, { stream: true })
    }
    text += decoder.decode()
  } catch (cause) {
    // What else is on its way is not waited for.
    reader?.cancel().catch(() => {})
    throw cause instanceof RelayRefusal ? cause : unreadable('The body broke off or is no UTF-8.')
  } finally {
    stop()
    late.catch(() => {})
  }
  const result = safeParse(schema, parse(text))
  if (result.success) return result.output
  const path = result.issues[0]?.path?.map(({ key }) => String(key)).join('.')
  throw unreadable(
    path
      ? `"${path.slice(0, 60)}" is missing or has another shape.`
      : 'The body has another shape.',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The parser's message quotes the text.
    throw unreadable('The body is no JSON.')
  }
}

function unreadable(detail: string): RelayRefusal {
  return new RelayRefusal(400, 'request/invalid', 'The request cannot be read.', { detail })
}

function tooLarge(): RelayRefusal {
  return new RelayRefusal(413, 'request/too-large', 'The body is too large.')
}
