import type { Context } from 'hono'
import type { Authorization, TokenStore } from '../tokenStore/TokenStore.ts'
import type { Note } from './createPipeline.ts'
import { noteFamily } from './noteFamily.ts'
import { readBearer } from './readBearer.ts'

/** The subject of a request's bearer token, recorded for the log. */
export async function authorizeRequest(
  c: Context,
  note: Note,
  tokenStore: TokenStore,
): Promise<Authorization | { type: 'refused'; reason: 'missing' }> {
  const token = readBearer(c)
  if (!token) return { type: 'refused', reason: 'missing' }
  const authorization = await tokenStore.authorize(token)
  if (authorization.type === 'ok') noteFamily(note, authorization.family)
  return authorization
}
