import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { UnsavedTokens } from '../refresh/holdUnsavedTokens.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import { noteEnded } from './endedSessions.ts'
import { endSession } from './endSession.ts'
import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/** How a session ends in this tab. */
export interface Ending {
  /** The session is over, whoever ended it. */
  finish: (reason: SessionReason, isOwn: boolean, error?: TakoKitError) => void
  /** Signs out. */
  end: SessionController['end']
  /** The sign-out in progress. */
  pending: () => Promise<Revoked> | undefined
}

export function createEnding(
  engine: Engine,
  session: SessionController,
  { lockName, unsaved }: { lockName: string; unsaved: UnsavedTokens },
): Ending {
  let ending: { sid: string; done: Promise<Revoked>; isOver: boolean } | undefined

  const sidNow = () => session.held()?.record.sid

  function finish(reason: SessionReason, isOwn: boolean, error?: TakoKitError): void {
    // A sign-out of this tab is in progress and will set the reason itself.
    if (!isOwn && ending && !ending.isOver && ending.sid === sidNow()) return
    noteEnded(session, session.held()?.record)
    unsaved.leave()
    session.dispatch({ type: 'sessionEnded', reason, isOwn, error })
  }

  /** If the storage cannot be reached, the stored session is ended once it can. */
  async function endLater(account: string | undefined): Promise<Revoked> {
    const store = await engine.store()
    const { provider, api } = session
    store.endLater?.({ provider: provider.name, api, account, at: engine.platform.now() })
    return 'unsupported'
  }

  return {
    finish,
    async end(reason, account = session.account, isReplaced = false) {
      const sid = sidNow()
      if (isReplaced) {
        finish(reason, true)
        return 'unsupported'
      }
      if (sid === undefined) {
        // Already signed out, perhaps just now: a repeated call waits for the same sign-out.
        if (ending) return ending.done
        session.dispatch({ type: 'sessionEnded', reason, isOwn: false })
        return endLater(account)
      }
      // If the sign-out could not be stored, another tab may restore the session, which is then ended again.
      if (ending?.sid !== sid || ending.isOver) {
        const onEnded = (later: SessionRecord | undefined) => {
          finish(reason, true)
          noteEnded(session, later)
        }
        const done = endSession(engine, { session, sid, lockName, onEnded })
        const entry = { sid, done, isOver: false }
        const close = () => {
          entry.isOver = true
        }
        done.then(close, close)
        ending = entry
      }
      return ending.done
    },
    pending: () => ending?.done,
  }
}
