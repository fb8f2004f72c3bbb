import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { giveToken } from '../routes/giveToken.ts'
import { health } from '../routes/health.ts'
import { signIn } from '../routes/signIn.ts'
import { signOut } from '../routes/signOut.ts'
import { checkRelayCall } from './checkSameOrigin.ts'
import type { CountedCall } from './countCall.ts'
import type { Route } from './createRoutes.ts'

const handlers = { 'sign-in': signIn, token: giveToken, 'sign-out': signOut }

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
  if (resuming) trace.keep(resuming)
  return handlers[route.call](engine, { provider, request, trace, address })
}
