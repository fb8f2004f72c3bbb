import type { Ledger, Presentation } from '../ledger/createLedger.ts'
import type { Note } from './createGate.ts'
import { noteFamily } from './noteFamily.ts'

/** Presents a refresh token and notes for the log what came of it. */
export async function presentToken(
  token: string,
  note: Note,
  ledger: Ledger,
): Promise<Presentation> {
  const presentation = await ledger.present(token)
  note.reused = presentation.reused
  note.outcome = presentation.type === 'refused' ? presentation.reason : 'ok'
  noteFamily(note, presentation.family)
  return presentation
}
