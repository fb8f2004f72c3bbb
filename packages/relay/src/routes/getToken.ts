import { refuseEnded } from '../http/refuseEnded.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { loadSession } from '../session/loadSession.ts'
import type { GetRelayTokenParameters } from '../types/Relay.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import type { SignedInToken } from '../types/SignedInSession.ts'
import { deliverTokens } from './deliverTokens.ts'
import { findProvider } from './findProvider.ts'
import { toSignedIn } from './toSignedIn.ts'

/**
 * Returns a valid access token, renewed if it is due: requests of pages and of this server share one renewal.
 *
 * @throws {RelayRefusal} if nobody is signed in, or there is no valid token now.
 */
export async function getToken(
  engine: RelayEngine,
  { request, trace }: { request: RequestHead; trace: Trace },
  { provider: name, account = '' }: GetRelayTokenParameters,
): Promise<SignedInToken> {
  const provider = findProvider(engine, name)
  const loaded = await loadSession(engine, provider, request)
  if (loaded.type !== 'held')
    throw refuseEnded(loaded.type === 'ended' ? loaded.reason : 'signed-out')
  if (!isSameAccount(account, loaded.held.session.account)) throw refuseEnded('signed-out')
  const { session, cookies } = await deliverTokens(engine, {
    provider,
    request,
    trace,
    loaded,
    wantsNewer: false,
  })
  return { ...toSignedIn(name, session), accessToken: session.accessToken, cookies }
}
