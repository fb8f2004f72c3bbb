import type { Families } from './Families.ts'
import type { AccessEntry, RefreshEntry } from './Family.ts'
import type { TokenContent, TokenFormat } from './TokenFormat.ts'

export interface TokenRestorerOptions {
  format: TokenFormat
  families: Families
  refreshes: Map<string, RefreshEntry>
  accesses: Map<string, AccessEntry>
}

/**
 * Finds a token's entry, and creates one for a validly signed token of an earlier run.
 *
 * A demo thus stays signed in when its dev server restarts, as with a stateless server.
 */
export function createTokenRestorer({
  format,
  families,
  refreshes,
  accesses,
}: TokenRestorerOptions) {
  const stopped = { access: new Set<string>(), refresh: new Set<string>() }

  async function read(token: string, kind: TokenContent['kind']): Promise<TokenContent | null> {
    const content = (await format.read?.(token)) ?? null
    if (content?.kind !== kind) return null
    // A revocation stays in effect for tokens that this run has not seen.
    return stopped[kind].has('all') || stopped[kind].has(content.subject) ? null : content
  }

  return {
    async refreshEntry(token: string): Promise<RefreshEntry | undefined> {
      const known = refreshes.get(token)
      if (known) return known
      const content = await read(token, 'refresh')
      if (content && !refreshes.has(token))
        refreshes.set(token, {
          family: families.create(content.subject),
          expiresAt: content.expiresAt,
          usedAt: null,
          successor: null,
          active: 0,
        })
      return refreshes.get(token)
    },
    async accessEntry(token: string): Promise<AccessEntry | undefined> {
      const known = accesses.get(token)
      if (known) return known
      const content = await read(token, 'access')
      if (content && !accesses.has(token))
        accesses.set(token, {
          family: families.create(content.subject),
          expiresAt: content.expiresAt,
        })
      return accesses.get(token)
    },
    stop(subject: string | 'all', kinds: readonly TokenContent['kind'][]) {
      for (const kind of kinds) stopped[kind].add(subject)
    },
  }
}
