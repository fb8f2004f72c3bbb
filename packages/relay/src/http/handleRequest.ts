import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { giveToken } from '../routes/giveToken.ts'
import { health } from '../routes/health.ts'
import { signIn } from '../routes/signIn.ts'
import { signOut } from '../routes/signOut.ts'
import type { RelayContext } from '../types/RelayContext.ts'
import { addressKey } from './addressKey.ts'
import { checkSameOrigin } from './checkSameOrigin.ts'
import type { Route } from './createRoutes.ts'
import { RelayRefusal } from './RelayRefusal.ts'
import { takeTurn } from './takeTurn.ts'

const handlers = { 'sign-in': signIn, token: giveToken, 'sign-out': signOut }

/** One request on a known route: who may ask, and how often, before anything is read or done. */
export async function handleRequest(
  engine: RelayEngine,
  parameters: { route: Route; request: Request; context: RelayContext; trace: Trace },
): Promise<Response> {
  const { route, request, context, trace } = parameters
  if (!route.provider) return health(engine, trace)
  checkSameOrigin(request, engine.origins)
  const address = readAddress(engine, request, context)
  try {
    await takeTurn(engine, 'address', address)
  } catch (error) {
    // The count is gone with the store. A sign-out is noted in this process all the same.
    const isGone = error instanceof RelayRefusal && error.code === 'relay/store-unavailable'
    if (!isGone || route.call !== 'sign-out') throw error
  }
  const { provider } = route
  return handlers[route.call](engine, { provider, request, trace, address })
}

function readAddress(
  { clientAddress }: RelayEngine,
  request: Request,
  context: RelayContext,
): string | undefined {
  const given: unknown = clientAddress(request, context)
  if (given === undefined || given === null || given === '') return undefined
  if (typeof given === 'string') return addressKey(given)
  // A promise would be one address for everybody.
  Promise.resolve(given).catch(() => {})
  throw new TypeError('`clientAddress` has to give a text at once, or `undefined`.')
}
