import { isAddress } from 'viem'
import type { RelaySession } from '../types/RelaySession.ts'
import type { SignedInSession } from '../types/SignedInSession.ts'

/** What the application's server and the page's first HTML may know of a session. */
export function toSignedIn(
  provider: string,
  { account, requestedAt, lifetimeMs }: RelaySession,
): SignedInSession {
  const address = isAddress(account, { strict: false }) ? account : undefined
  return { provider, account, address, expiresAt: requestedAt + lifetimeMs }
}
