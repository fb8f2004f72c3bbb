import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { token } from './token.ts'
import { challenge } from './challenge.ts'
import { health } from './health.ts'
import { jwks } from './jwks.ts'
import { signIn } from './signIn.ts'
import { signInByChallenge } from './signInByChallenge.ts'
import { issuerOf } from '../providers/siweIssuer/IssuerProvider.ts'
import { signOut } from './signOut.ts'
import { checkRelayCall } from '../http/checkSameOrigin.ts'
import type { CountedCall } from '../http/countCall.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import type { Route } from '../http/createRoutes.ts'
import type { RelayRequest } from '../types/RelayRequest.ts'

const handlers = { challenge, 'sign-in': signIn, token: token, 'sign-out': signOut }

/** Handles one request on a known route. The caller is checked before anything is read or done. */
export async function handleRequest(
  engine: RelayEngine,
  parameters: { route: Route; request: RelayRequest; counted: CountedCall; trace: Trace },
): Promise<RelayAnswer> {
  const { route, request, counted, trace } = parameters
  const { address, uncounted } = counted
  if (!route.provider) return route.call === 'jwks' ? jwks(engine, trace) : health(engine, trace)
  checkRelayCall(request, engine.origins)
  // This process remembers a sign-out even without the store.
  if (uncounted && route.call !== 'sign-out') throw uncounted
  const { provider } = route
  // The first request looks for revocations that another process has left: a platform may give no time before it.
  const resuming = engine.revocations.resume()
  if (resuming) trace.waitUntil(resuming)
  const handle =
    route.call === 'sign-in' && issuerOf(provider) ? signInByChallenge : handlers[route.call]
  return handle(engine, { provider, request, trace, address })
}
