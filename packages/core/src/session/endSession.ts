import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionRows } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { isActiveRecord } from '../refresh/isActiveRecord.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'
import { endedRows } from '../utils/endedRows.ts'
import { noteHeard } from './noteHeard.ts'
import { runLocked } from './runLocked.ts'
import { noTokens, revokeTokens } from '../refresh/revokeTokens.ts'

export interface EndParameters {
  session: SessionController
  /** The session that this tab holds. */
  sid: string
  lockName: string
  /** Called when the session is over in this tab, with the record of another tab's later session if that was ended too. */
  onEnded: (later: SessionRecord | undefined) => void
}

/** Another refresh between reading and ending is not expected more often. */
const maxReads = 3

/** What was ended in the storage. */
interface Ended {
  sid: string
  /** The tokens to revoke. */
  tokens: TokenSet | undefined
  isShared: boolean
  /** The storage refused. */
  failure: { cause: unknown } | undefined
}

/**
 * Signs out: writes the tombstone, tells the other tabs, clears memory, then, under the lock, revokes the tokens at the provider.
 * Returns the result of the revocation.
 */
export async function endSession(engine: Engine, parameters: EndParameters): Promise<Revoked> {
  const { platform } = engine
  const { session, lockName } = parameters
  const { provider, key, account = '' } = session
  const isTold = provider.revoke !== undefined && platform.isOnline()
  const writing = endStored(engine, parameters)

  async function revoke(): Promise<Revoked> {
    const { tokens } = await writing
    return tokens ? revokeTokens(engine, provider, { tokens, account }) : false
  }

  /** Waits for a refresh in flight, so that tokens which it brings are not used afterwards. */
  const revokeInTurn = () => runLocked(engine, lockName, revoke)

  let revoked: Revoked = provider.revoke ? false : 'unsupported'
  // A sign-in that follows at once queues for a cookie's lock behind this, however long the storage takes.
  if (isTold && provider.session === 'cookie') revoked = await revokeInTurn()
  const { sid, tokens, isShared, failure } = await writing
  if (isTold && provider.session !== 'cookie' && tokens)
    revoked = isShared ? await revokeInTurn() : await revoke()
  // The cookie of a backend without a sign-out stays good: a reload must not take it up again.
  if (provider.relayed && provider.revoke && revoked !== false) await noteHeard(engine, key, sid)
  session.emit({ type: 'signedOut', revoked })
  if (failure)
    throw new TakoKitError(
      'storage/failed',
      'You are signed out here, but the browser refused to note it. Clear this site’s data to be sure.',
      failure,
    )
  return revoked
}

/**
 * Writes the tombstone and ends the session in this tab. Ends whichever session of the account is stored, because another tab may have
 * begun one that this tab has not heard of; but none that began after the sign-out.
 */
async function endStored(engine: Engine, parameters: EndParameters): Promise<Ended> {
  const { session, onEnded } = parameters
  const { provider, key } = session
  const at = engine.platform.now()
  let { sid } = parameters
  let later: SessionRecord | undefined
  let stored: { gen: number; tokens: TokenSet | undefined } | undefined
  let failure: Ended['failure']
  let isShared = false

  const isLater = (rows: SessionRows) =>
    isActiveRecord(rows) && rows.record.sid !== parameters.sid && rows.record.startedAt < at
  const isEnding = (rows: SessionRows) => rows.record?.sid === parameters.sid || isLater(rows)

  function addTombstone(rows: SessionRows): SessionRows {
    const { record } = rows
    later = isLater(rows) ? record : undefined
    sid = later?.sid ?? parameters.sid
    return endedRows(rows, {
      sid,
      gen: Math.max(record?.gen ?? 0, session.held()?.record.gen ?? 0) + 1,
      at,
      // At once: the page may be closed before the server has answered.
      unheard: provider.relayed,
    })
  }

  try {
    const store = await engine.store()
    isShared = store.shared
    let isWritten = false
    for (let reads = 0; !isWritten; reads++) {
      const before = provider.revoke && (await store.read(key).catch(() => undefined))
      if (before && isEnding(before))
        stored = { gen: before.record?.gen ?? 0, tokens: before.tokens }
      // Another tab may have refreshed the tokens just now: the newest tokens are the ones to revoke.
      const isNewest = (rows: SessionRows) =>
        !provider.revoke || !isEnding(rows) || (rows.record?.gen ?? 0) <= (stored?.gen ?? 0)
      isWritten = await store.update(key, (rows) =>
        reads >= maxReads || isNewest(rows) ? addTombstone(rows) : undefined,
      )
    }
  } catch (cause) {
    failure = { cause }
  }
  const held = session.held()
  const mine = held && [sid, parameters.sid].includes(held.record.sid) ? held : undefined
  const isBehind = (stored?.gen ?? 0) > (mine?.record.gen ?? 0)
  const tokens = (isBehind ? stored?.tokens : mine?.tokens) ?? (provider.relayed && noTokens)
  if (mine) onEnded(later)
  return { sid, tokens: tokens || undefined, isShared, failure }
}
