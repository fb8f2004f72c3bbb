import { TakoKitError } from '../errors/TakoKitError.ts'
import { isUnauthorized } from '../providers/isUnauthorized.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import type { SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'
import { freshToken } from './freshToken.ts'

/** Sends a request with the session's token; where it is refused, renews it once and sends once more. */
export async function fetchWithToken(
  engine: Engine,
  session: SessionRunner,
  input: string | URL | Request,
  init: RequestInit,
): Promise<Response> {
  const { platform } = engine
  const { provider } = session
  const request = input instanceof Request ? input : undefined
  const signal = init.signal ?? request?.signal
  // A stream can be read once.
  const isReplayable = !(init.body instanceof ReadableStream)
  const spare = request?.body && init.body === undefined ? request.clone() : input

  const used = await freshToken(engine, session, { signal })
  const response = await send(input, used.token)
  const isRefused = provider.isRefused ?? isUnauthorized
  // Before anything is read of an answer that nobody could ask for again.
  if (!isReplayable || !(await untilAborted(isRefusedBy(isRefused, response), signal)))
    return response

  if ((session.grant()?.record.gen ?? 0) <= used.gen)
    await untilAborted(session.refresh({ isUrgent: true, staleGen: used.gen }), signal)
  const renewed = session.grant()
  if (!renewed?.tokens || renewed.record.gen <= used.gen) return response
  response.body?.cancel().catch(() => {})
  return send(spare, renewed.tokens.accessToken)

  function send(target: typeof input, token: string): Promise<Response> {
    const headers = new Headers(init.headers ?? request?.headers)
    headers.set('authorization', `Bearer ${token}`)
    return platform.fetch(target instanceof Request ? target : absoluteUrl(engine, target).href, {
      ...init,
      headers,
    })
  }
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

/** Throws where the provider's tokens must not go to an address. */
export function checkOrigin(
  engine: Engine,
  session: SessionRunner,
  input: string | URL | Request,
): void {
  const { name, origins } = session.provider
  const { origin } = absoluteUrl(engine, input instanceof Request ? input.url : input)
  if (origins.some((allowed) => absoluteUrl(engine, allowed).origin === origin)) return
  throw new TakoKitError(
    'request/foreign-origin',
    `Tokens of "${name}" are not sent to ${origin}. Allowed: ${origins.join(', ')}.`,
  )
}

function absoluteUrl({ platform }: Engine, address: string | URL): URL {
  try {
    return new URL(address, platform.baseUrl)
  } catch (cause) {
    throw new TakoKitError('request/foreign-origin', 'A token is only sent to a full address.', {
      cause,
    })
  }
}
