import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionRows, SessionStore, StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import type { SendDecision } from './decideRefresh.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { noTokens } from './revokeTokens.ts'

/** `true`: stored. `false`: the record had changed, so nothing was. An error: the browser refused. */
export type WriteResult = boolean | TakoKitError

/** An attempt in the stored record: written before the request is sent, and replaced by its result. */
export interface StoredAttempt {
  /** The record with the attempt. */
  readonly presented: SessionRecord
  write: () => Promise<WriteResult>
  /** Takes the attempt back, because nothing was sent. */
  withdraw: () => Promise<void>
  /** Stores the result, unless the session has ended or another tab has taken the attempt over. */
  commit: (next: SessionRecord, late: TokenSet | undefined) => Promise<WriteResult>
  /** The rows that the last write found. */
  rowsNow: () => SessionRows
}

/** All writes are compare-and-set operations, each in one transaction. */
export function createStoredAttempt(
  { platform, options }: RefreshEngine,
  parameters: AttemptParameters,
  { store, stored, found }: { store: SessionStore; stored: StoredSession; found: SendDecision },
): StoredAttempt {
  const { provider, key, isLocked } = parameters
  const attempt = {
    id: platform.randomId(),
    at: platform.now(),
    locked: isLocked,
    boundMs: options.maxRequestMs,
  }
  const presented: SessionRecord = { ...found.record, attempt, retryAt: undefined }
  if (found.record.attempt) {
    // The tab that wrote this attempt is gone or frozen, and it is unknown whether its request was sent.
    presented.failures += 1
    presented.lost = true
  }
  const kept = found.isBehind && !provider.relayed ? (found.tokens ?? noTokens) : undefined
  const readAs = JSON.stringify([stored.record])
  const isUnmoved = ({ record, tombstone }: SessionRows) =>
    tombstone?.sid !== presented.sid && JSON.stringify([record]) === readAs
  // If the storage was cleared meanwhile, the session of the running tab continues.
  const isMine = ({ record, tombstone }: SessionRows) =>
    tombstone?.sid !== presented.sid &&
    (record ? record.attempt?.id === attempt.id : parameters.heldNow() !== undefined)
  // A write that was reported as failed may have been stored nevertheless.
  const isUnmovedOrMine = (rows: SessionRows) =>
    isUnmoved(rows) || (rows.record !== undefined && isMine(rows))
  let rowsNow: SessionRows = {}
  let noted: WriteResult = false

  function write(
    isRight: (rows: SessionRows) => boolean,
    record: SessionRecord,
    tokens?: TokenSet,
  ): Promise<WriteResult> {
    const change = (rows: SessionRows) => {
      rowsNow = rows
      return isRight(rows) ? { ...rows, record } : undefined
    }
    return store.update(key, change, tokens).catch(storageFailed)
  }

  return {
    presented,
    rowsNow: () => rowsNow,
    async write() {
      noted = await write(isUnmoved, presented, kept)
      return noted
    },
    async withdraw() {
      if (noted === true) await write(isMine, found.record)
    },
    commit(next, late) {
      // A record is never written without its tokens: those that could not be stored before are written with it.
      const toStore = late ?? (noted === true ? undefined : kept)
      return write(noted === true ? isMine : isUnmovedOrMine, next, toStore)
    },
  }
}

function storageFailed(cause: unknown): TakoKitError {
  return new TakoKitError('storage/failed', 'The browser refused to store the session.', { cause })
}
