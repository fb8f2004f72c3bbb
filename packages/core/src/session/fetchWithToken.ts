import { TakoKitError } from '../errors/TakoKitError.ts'
import { isUnauthorized } from '../providers/isUnauthorized.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { freshToken } from './freshToken.ts'
import type { RefreshResult } from './RefreshResult.ts'

/** Sends a request with the session's token; where it is refused, renews it once and sends once more. */
export async function fetchWithToken(
  engine: Engine,
  session: SessionController,
  target: string | Request,
  init: RequestInit,
): Promise<Response> {
  const { platform } = engine
  const { provider } = session
  const request = typeof target === 'string' ? undefined : target
  const url = checkedUrl(engine, provider, request?.url ?? (target as string))
  const signal = init.signal === undefined ? request?.signal : init.signal
  // `null` leaves a request's own body as it is (Fetch, "new Request").
  const spare = request && (init.body ?? undefined) === undefined ? request.clone() : request

  const used = await freshToken(engine, session, { signal })
  const response = await send(request, used.token)
  const isRefused = provider.isRefused ?? isUnauthorized
  // Before anything is read of an answer that cannot be asked for again.
  if (isReadOnce(init.body) || !(await raceAbort(isRefusedBy(isRefused, response), signal)))
    return dropSpare(response)

  let result: RefreshResult | undefined
  if ((session.held()?.record.gen ?? 0) <= used.gen)
    result = await raceAbort(session.refresh({ isAwaited: true, staleGen: used.gen }), signal)
  const renewed = session.held()
  if (!renewed?.tokens || renewed.record.gen <= used.gen) {
    dropSpare(response)
    // The refusal would read as the end of a session whose renewal is only slow.
    if (result?.type !== 'deferred' || result.error?.code !== 'network/timeout') return response
    response.body?.cancel().catch(() => {})
    throw result.error
  }
  response.body?.cancel().catch(() => {})
  return send(spare, renewed.tokens.accessToken)

  function send(from: Request | undefined, token: string): Promise<Response> {
    const headers = new Headers(init.headers ?? request?.headers)
    headers.set('authorization', `Bearer ${token}`)
    return platform.fetch(from ?? url, { ...init, headers })
  }

  /** The copy of a body that is not needed any more. */
  function dropSpare(answer: Response): Response {
    if (spare !== request) spare?.body?.cancel().catch(() => {})
    return answer
  }
}

/** Streams, and what Node takes besides: used up by the first request. */
function isReadOnce(body: unknown): boolean {
  return body instanceof ReadableStream || Symbol.asyncIterator in Object(body)
}

/** A provider that fails to say has not refused. */
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

/** The full address; throws where the provider's tokens must not go to it. */
function checkedUrl(engine: Engine, { name, origins }: TokenProvider, address: string): string {
  const { origin, href } = absoluteUrl(engine, address)
  if (origins.some((allowed) => absoluteUrl(engine, allowed).origin === origin)) return href
  throw new TakoKitError(
    'request/foreign-origin',
    `Tokens of "${name}" are not sent to ${origin}. Allowed: ${origins.join(', ')}.`,
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
