import type { RelayEngine } from '../RelayEngine.ts'
import { isSameAccount } from '../session/isSameAccount.ts'
import { loadSession } from '../session/loadSession.ts'
import { readSettledRow } from '../session/rows.ts'
import type { GetRelaySessionParameters } from '../types/Relay.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import type { SignedInSession } from '../types/SignedInSession.ts'
import { findProvider } from './findProvider.ts'
import { toSignedIn } from './toSignedIn.ts'

/**
 * Returns who is signed in, from the cookie and the session's row. Nothing is written and nothing is sent upstream.
 *
 * @throws {RelayRefusal} if that cannot be known now.
 */
export async function getSession(
  engine: RelayEngine,
  request: RequestHead,
  { provider, account = '' }: GetRelaySessionParameters,
): Promise<SignedInSession | undefined> {
  const asked =
    provider === undefined ? engine.providers.values() : [findProvider(engine, provider)]
  for (const one of asked) {
    const loaded = await loadSession(engine, one, request, readSettledRow)
    if (loaded.type !== 'held') continue
    const { session } = loaded.held
    if (isSameAccount(account, session.account)) return toSignedIn(one.name, session)
  }
  return undefined
}
