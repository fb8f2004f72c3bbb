import type { SessionStore } from '../types/SessionStore.ts'
import { awayStore } from './awayStore.ts'
import { applyNotes, loadNotes } from './endNotes.ts'
import { mapRows } from './mapRows.ts'
import { plainBox } from './plainBox.ts'
import type { Fallback } from './withFallback.ts'

/** Blocked by policy, of a later version, or not there: no retry changes that. */
const lasting = [
  'SecurityError',
  'VersionError',
  'NotSupportedError',
  'TypeError',
  'ReferenceError',
]
/** A browser that lost the process behind IndexedDB has another within this time. */
const retryDelaysMs = [50, 250, 1_000]

/**
 * What a page works with where its storage cannot be opened, with one warning: memory for good where that cannot change,
 * else memory until it opens.
 */
export async function standIn(fallback: Fallback, firstCause: unknown): Promise<SessionStore> {
  const { parameters, open } = fallback
  let cause = firstCause
  for (const delayMs of retryDelaysMs) {
    // What did not answer was waited for already.
    if (isNamed(cause, [...lasting, 'TimeoutError'])) break
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    try {
      return await open()
    } catch (next) {
      cause = next
    }
  }
  const { warn } = parameters
  const memory = fallback.createStore({ rows: mapRows(), box: plainBox, shared: false, warn })
  if (isNamed(cause, lasting)) {
    warn(`Sessions cannot be stored here, and end with the page: ${cause}`)
    return memory
  }
  warn(`Sessions cannot be stored for now, and are kept in memory until then: ${cause}`)
  return awayStore(fallback, memory)
}

/** Applies what was noted by a page that could not store it. */
export function applySaved(fallback: Fallback, store: SessionStore): Promise<void> {
  return applyNotes(fallback, store, loadNotes(fallback))
}

function isNamed(cause: unknown, names: readonly string[]): boolean {
  return cause instanceof Error && names.includes(cause.name)
}
