import type { StoredSession } from '../types/SessionStore.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/** The tokens that stored rows stand for. The record of a cookie's session is enough: the browser sends the same cookie from each tab. */
export function storedTokens(
  { session }: TokenProvider,
  { record, tokens }: StoredSession,
): TokenSet | undefined {
  if (session !== 'cookie' || !record) return tokens
  const { lifetimeMs, subject } = record
  return { accessToken: '', lifetimeMs, subject }
}
