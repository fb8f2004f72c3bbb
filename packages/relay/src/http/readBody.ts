import { type GenericSchema, type InferOutput, safeParse } from 'valibot'
import type { RelayConfig } from '../config/RelayConfig.ts'
import type { RelayRequest, WholeRequest } from '../types/RelayRequest.ts'
import { joinBytes } from '../utils/joinBytes.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

type BodyLimits = Pick<RelayConfig, 'maxBodyBytes' | 'setTimer' | 'timing'>

/** Reads a JSON body of a known shape, bounded in size and time. */
export async function readBody<const schema extends GenericSchema>(
  limits: BodyLimits,
  { request }: { request: RelayRequest },
  schema: schema,
): Promise<InferOutput<schema>> {
  const given = request.headers.get('content-length')
  if (!(Number(given ?? 0) <= limits.maxBodyBytes)) throw tooLarge()
  const encoding = request.headers.get('content-encoding')?.toLowerCase() ?? 'identity'
  const text =
    'whole' in request && encoding === 'identity'
      ? readWhole(request, limits)
      : await readText(decompressed(request, encoding), limits)
  const result = safeParse(schema, parse(text))
  if (result.success) return result.output
  const path = result.issues[0]?.path?.map(({ key }) => String(key)).join('.')
  throw unreadable(
    path
      ? `"${path.slice(0, 60)}" is missing or has another shape.`
      : 'The body has another shape.',
  )
}

/** The body as it was before something on its way compressed it. Its limit holds for what comes out. */
function decompressed(request: RelayRequest, encoding: string) {
  const { body } = 'whole' in request ? request.toRequest() : request
  if (encoding === 'identity') return body
  if (encoding !== 'gzip' && encoding !== 'deflate')
    throw new RelayRefusal(415, 'request/not-json', 'The body has to be plain, gzip or deflate.')
  return body && body.pipeThrough(new DecompressionStream(encoding))
}

function readWhole({ whole }: WholeRequest, { maxBodyBytes }: BodyLimits): string {
  if (whole.byteLength > maxBodyBytes) throw tooLarge()
  try {
    return decoder.decode(whole)
  } catch (cause) {
    throw toRefusal(cause)
  }
}

async function readText(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  { maxBodyBytes, setTimer, timing }: BodyLimits,
): Promise<string> {
  const reader = body?.getReader()
  let isLate = false
  // A cancelled read ends at once and is not waited for.
  const stop = setTimer(() => {
    isLate = true
    reader?.cancel().catch(() => {})
  }, timing.bodyTimeoutMs)
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      size += read.value.byteLength
      if (size > maxBodyBytes) throw tooLarge()
      chunks.push(read.value)
    }
    if (isLate) throw tooSlow()
    return decoder.decode(joinBytes(chunks, size))
  } catch (cause) {
    reader?.cancel().catch(() => {})
    throw toRefusal(cause)
  } finally {
    stop()
  }
}

function toRefusal(cause: unknown): RelayRefusal {
  return cause instanceof RelayRefusal
    ? cause
    : unreadable('The body broke off, or is no UTF-8 or not compressed as it says.')
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

function tooSlow(): RelayRefusal {
  return new RelayRefusal(408, 'request/too-slow', 'The body took too long to arrive.')
}

function tooLarge(): RelayRefusal {
  return new RelayRefusal(413, 'request/too-large', 'The body is too large.')
}
