import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { token } from './token.ts'
import { health } from './health.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { checkRelayCall } from '../http/checkSameOrigin.ts'
import type { CountedCall } from '../http/countCall.ts'
import type { Route } from '../http/createRoutes.ts'

const handlers = { 'sign-in': signIn, token: token, 'sign-out': signOut }

/** One request on a known route: who may ask, before anything is read or done. */
export async function handleRequest(
  engine: RelayEngine,
  parameters: { route: Route; request: Request; counted: CountedCall; trace: Trace },
): Promise<Response> {
  const { route, request, counted, trace } = parameters
  const { address, uncounted } = counted
  if (!route.provider) return health(engine, trace)
  checkRelayCall(request, engine.origins)
  // A sign-out is noted in this process all the same.
  if (uncounted && route.call !== 'sign-out') throw uncounted
  const { provider } = route
  // What another process has left is looked for with the first request: a platform may have no time before it.
  const resuming = engine.revocations.resume()
  if (resuming) trace.waitUntil(resuming)
  return handlers[route.call](engine, { provider, request, trace, address })
}
