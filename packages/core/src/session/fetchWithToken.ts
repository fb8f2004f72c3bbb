import { TakoKitError } from '../errors/TakoKitError.ts'
import { isUnauthorized } from '../providers/isUnauthorized.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { freshToken } from './freshToken.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'

/** Sends a request with the session's token. If it is refused, refreshes the token once and sends the request once more. */
export async function fetchWithToken(
  engine: Engine,
  session: SessionController,
  target: string | Request,
  given: RequestInit,
): Promise<Response> {
  const { platform } = engine
  const { provider } = session
  const init = copyOf(given)
  const request = typeof target === 'string' ? undefined : target
  const url = checkedUrl(engine, provider, request?.url ?? (target as string))
  const signal = init.signal === undefined ? request?.signal : init.signal
  // `null` keeps a request's own body (Fetch, "new Request").
  const spare = request && (init.body ?? undefined) === undefined ? request.clone() : request

  const isForCookie = provider.session === 'cookie'
  const used = await freshToken(engine, session, { signal, isForCookie })
  const response = await send(request, used.token)
  const isRefused = provider.isRefused ?? isUnauthorized
  // A response that cannot be requested again is returned before anything of it is read.
  if (isReadOnce(init.body) || !(await raceAbort(isRefusedBy(isRefused, response), signal)))
    return dropSpare(response)

  let result: RefreshResult | undefined
  if ((session.held()?.record.gen ?? 0) <= used.gen)
    result = await raceAbort(session.refresh({ isAwaited: true, staleGen: used.gen }), signal)
  const renewed = session.held()
  if (!renewed?.tokens || renewed.record.gen <= used.gen) {
    dropSpare(response)
    // The refusal would look like the end of a session whose refresh is only slow.
    if (result?.type !== 'deferred' || result.error?.code !== 'network/timeout') return response
    response.body?.cancel().catch(() => {})
    throw result.error
  }
  response.body?.cancel().catch(() => {})
  return send(spare, renewed.tokens.accessToken)

  function send(from: Request | undefined, token: string): Promise<Response> {
    const headers = new Headers(init.headers ?? request?.headers)
    if (isForCookie)
      return platform.fetch(from ?? url, { ...init, headers, credentials: 'include' })
    headers.set('authorization', `Bearer ${token}`)
    return platform.fetch(from ?? url, { ...init, headers })
  }

  /** Cancels the copy of a body that is no longer needed. */
  function dropSpare(answer: Response): Response {
    if (spare !== request) spare?.body?.cancel().catch(() => {})
    return answer
  }
}

/** What is sent again is what was sent, whatever its owner does with it meanwhile. */
function copyOf(init: RequestInit): RequestInit {
  const { body, headers } = init
  const copy = { ...init, ...(headers && { headers: new Headers(headers) }) }
  if (body instanceof URLSearchParams) return { ...copy, body: new URLSearchParams(body) }
  if (!(body instanceof FormData)) return copy
  const form = new FormData()
  body.forEach((value, name) => form.append(name, value))
  return { ...copy, body: form }
}

/** Streams, and Node's further body types: used up by the first request. */
function isReadOnce(body: unknown): boolean {
  return body instanceof ReadableStream || Symbol.asyncIterator in Object(body)
}

/** A provider that throws here has not refused the token. */
async function isRefusedBy(
  isRefused: NonNullable<TokenProvider['isRefused']>,
  response: Response,
): Promise<boolean> {
  try {
    return await isRefused(response)
  } catch {
    return false
  }
}

/** The full URL; throws if the provider's tokens must not be sent to it. */
function checkedUrl(engine: Engine, { name, origins }: TokenProvider, address: string): string {
  // Not by `origin`: it is "null" for every app:// page, and a blob: URL has that of its page.
  const { protocol, host, href } = absoluteUrl(engine, address)
  const isAllowed = origins
    .map((allowed) => absoluteUrl(engine, allowed))
    .some((allowed) => allowed.protocol === protocol && allowed.host === host)
  if (isAllowed) return href
  throw new TakoKitError(
    'request/foreign-origin',
    `Tokens of "${name}" are not sent to ${protocol}//${host}. Allowed: ${origins.join(', ')}.`,
  )
}

function absoluteUrl({ platform }: Engine, address: string): URL {
  try {
    return new URL(address, platform.baseUrl)
  } catch (cause) {
    throw new TakoKitError('request/foreign-origin', 'A token is only sent to a full address.', {
      cause,
    })
  }
}
