import type { Family } from '../tokenStore/Family.ts'
import type { Note } from './createPipeline.ts'

/** Notes for the log whose request it was. */
export function noteFamily(note: Note, family: Family | null) {
  if (family) Object.assign(note, { family: family.family, subject: family.subject })
}
