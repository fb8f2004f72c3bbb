import type { SessionStore } from '../types/SessionStore.ts'
import { awayStore } from './awayStore.ts'
import { createWriter } from './createWriter.ts'
import { applyNotes, loadNotes } from './endNotes.ts'
import { openNoted } from './openNoted.ts'
import { mapRows } from './mapRows.ts'
import { plainBox } from './plainBox.ts'
import type { Fallback } from './withFallback.ts'

/** Blocked by policy, of a later version, or absent: no retry changes that. */
const lasting = [
  'SecurityError',
  'VersionError',
  'NotSupportedError',
  'TypeError',
  'ReferenceError',
]
/** Texts of names that also stand for failures that pass: a frame that may store nothing, a private window of older Firefox. */
const lastingTexts = /denied permission|did not allow mutations/i
/** A browser that lost its IndexedDB process has started another one within this time. */
const retryDelaysMs = [50, 250, 1_000]

/**
 * The storage of a page whose own storage cannot be opened, with one warning: memory for good if that cannot change, otherwise
 * memory until it opens. A store that did open is returned once the stored sign-outs are applied.
 */
export async function standIn(
  fallback: Fallback,
  opened: SessionStore | undefined,
  failure: unknown,
): Promise<SessionStore> {
  const { parameters } = fallback
  let cause = failure
  let opening = opened && applyNotes(fallback, opened, loadNotes(fallback)).then(() => opened)
  for (const delayMs of [0, ...retryDelaysMs]) {
    // A storage that did not answer has already been waited for.
    if (!opening && (isLasting(cause) || /does not answer/.test(String(cause)))) break
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    try {
      return await (opening ?? openNoted(fallback))
    } catch (next) {
      cause = next
      opening = undefined
    }
  }
  const { warn } = parameters
  const memory = openMemory(fallback)
  if (isLasting(cause)) {
    warn(`Sessions cannot be stored here, and end with the page: ${cause}`)
    return memory
  }
  warn(`Sessions cannot be stored for now, and are kept in memory until then: ${cause}`)
  return awayStore(fallback, memory)
}

/** Like `memoryStorage`, but built from code that is already loaded. */
function openMemory({ parameters: { warn }, createReader }: Fallback): SessionStore {
  const rows = mapRows()
  const { readRow, ...reader } = createReader({ rows, box: plainBox, warn })
  const writer = createWriter({ rows, box: plainBox }, { readRow })
  return { shared: false, ...reader, ...writer, close: rows.close }
}

function isLasting(cause: unknown): boolean {
  return (
    cause instanceof Error && (lasting.includes(cause.name) || lastingTexts.test(cause.message))
  )
}
