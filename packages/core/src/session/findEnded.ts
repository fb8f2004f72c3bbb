import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { apiOf } from './apiOf.ts'
import type { Engine } from './Engine.ts'
import { sidOf } from './sidOf.ts'

/**
 * Returns the record of a server's session that was signed out here without the server hearing of it. A server that names its
 * sessions is compared by that name, whatever it calls the account.
 */
export async function findEnded(
  engine: Engine,
  provider: TokenProvider,
  tokens: TokenSet,
): Promise<SessionRecord | undefined> {
  const sid = sidOf(tokens)
  const api = apiOf(provider, engine.platform.baseUrl)
  const account = tokens.subject?.toLowerCase()
  const stored = await engine
    .store()
    .then((store) => store.list())
    .catch(() => [])
  return stored.find(({ record, tombstone }) => {
    if (record?.provider !== provider.name || record.api !== api) return false
    if (record.sid !== tombstone?.sid) return false
    if (sid !== undefined) return record.sid === sid
    return (
      tombstone.unheard === true &&
      (account ?? record.account.toLowerCase()) === record.account.toLowerCase()
    )
  })?.record
}
