import type { Family } from '../tokenStore/Family.ts'
import type { Note } from './createPipeline.ts'

/** Records a request's token family for the log. */
export function noteFamily(note: Note, family: Family | null) {
  if (family) Object.assign(note, { family: family.family, subject: family.subject })
}
