import type { SessionRows, SessionStore } from '../types/SessionStore.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { Fallback } from './withFallback.ts'

/** A sign-out that could not be written to the storage of its session. Contains no tokens. */
export interface EndNote {
  provider: string
  api: string
  /** Omitted: all accounts. */
  account?: string | undefined
  at: number
}

/** Stores the notes in `localStorage`, which needs no opening. If it is blocked, they last as long as the page. */
export function saveNotes({ notesAt }: Fallback, notes: readonly EndNote[]): void {
  try {
    if (notes.length === 0) localStorage.removeItem(notesAt)
    else localStorage.setItem(notesAt, JSON.stringify(notes))
  } catch {}
}

export function loadNotes({ notesAt }: Fallback): EndNote[] {
  try {
    const notes: unknown = JSON.parse(localStorage.getItem(notesAt) ?? '[]')
    return Array.isArray(notes) ? notes.filter(isNote) : []
  } catch {
    return []
  }
}

function isNote(value: unknown): value is EndNote {
  return isRecord(value) && typeof value.provider === 'string' && Number.isFinite(value.at)
}

/** Ends the stored sessions that the notes name. A session that began later is left alone. */
export async function applyNotes(
  fallback: Fallback,
  store: SessionStore,
  notes: readonly EndNote[],
): Promise<void> {
  for (const { record } of notes.length > 0 ? await store.list() : []) {
    const note = notes.find(
      ({ provider, api, account = record?.account, at }) =>
        record?.provider === provider &&
        record.api === api &&
        record.account === account &&
        record.startedAt <= at,
    )
    if (!record || !note || record.status === 'signedOut') continue
    const end = (rows: SessionRows): SessionRows | undefined =>
      rows.record?.sid !== record.sid
        ? undefined
        : {
            record: { ...rows.record, status: 'signedOut', attempt: undefined },
            tombstone: {
              v: 1,
              sid: record.sid,
              gen: Math.max(rows.record.gen, rows.tombstone?.gen ?? 0) + 1,
              at: note.at,
            },
          }
    await store.update(fallback.sessionKey(record), end)
  }
  saveNotes(fallback, [])
}
