import type { SessionRecord } from '../types/SessionRecord.ts'

/** Names a session in storage and in locks. An API contains no blank, so no two sessions share a name. */
export function sessionKey({
  provider,
  account,
  api,
}: Pick<SessionRecord, 'provider' | 'account' | 'api'>): string {
  return `${provider}:${account} ${api}`
}
