import type { SessionStore } from '../types/SessionStore.ts'
import { applyNotes, loadNotes } from './endNotes.ts'
import type { Fallback } from './withFallback.ts'

/** Opens the storage and ends the sessions that were signed out while it could not be reached. */
export async function openNoted(fallback: Fallback): Promise<SessionStore> {
  const store = await fallback.open(fallback.parameters)
  await applyNotes(fallback, store, loadNotes(fallback))
  return store
}
