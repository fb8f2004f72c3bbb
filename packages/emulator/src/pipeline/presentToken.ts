import type { TokenStore, Presentation } from '../tokenStore/createTokenStore.ts'
import type { Note } from './createPipeline.ts'
import { noteFamily } from './noteFamily.ts'

/** Presents a refresh token and notes for the log what came of it. */
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
