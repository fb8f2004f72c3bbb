import type { TokenStore, Presentation } from '../tokenStore/TokenStore.ts'
import type { Note } from './createPipeline.ts'
import { noteFamily } from './noteFamily.ts'

/** Exchanges a refresh token and records the result for the log. */
export async function presentToken(
  token: string,
  note: Note,
  tokenStore: TokenStore,
): Promise<Presentation> {
  const presentation = await tokenStore.present(token)
  note.reused = presentation.reused
  note.outcome = presentation.type === 'refused' ? presentation.reason : 'ok'
  noteFamily(note, presentation.family)
  return presentation
}
