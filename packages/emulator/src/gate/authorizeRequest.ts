import type { Context } from 'hono'
import type { Authorization, Ledger } from '../ledger/createLedger.ts'
import type { Note } from './createGate.ts'
import { noteFamily } from './noteFamily.ts'
import { readBearer } from './readBearer.ts'

/** Whose bearer token a request carries, noted for the log. */
export async function authorizeRequest(
  c: Context,
  note: Note,
  ledger: Ledger,
): Promise<Authorization | { type: 'refused'; reason: 'missing' }> {
  const token = readBearer(c)
  if (!token) return { type: 'refused', reason: 'missing' }
  const authorization = await ledger.authorize(token)
  if (authorization.type === 'ok') noteFamily(note, authorization.family)
  return authorization
}
