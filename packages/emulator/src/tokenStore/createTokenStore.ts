import type { Lifetimes } from '../types/ProviderControls.ts'
import type { ResolvedReusePolicy } from '../types/ReusePolicy.ts'
import type { TokenPair } from '../types/TokenPair.ts'
import { createTokenRestorer } from './createTokenRestorer.ts'
import { createFamilies } from './createFamilies.ts'
import type { AccessEntry, Family, RefreshEntry } from './Family.ts'
import type { TokenFormat } from './TokenFormat.ts'
import type { Authorization, Presentation, RefusalReason, TokenStore } from './TokenStore.ts'

export interface LedgerOptions {
  now: () => number
  lifetimes: () => Lifetimes
  policy: () => ResolvedReusePolicy
  /** Whether a refresh keeps the refresh token. */
  keepsRefreshToken?: () => boolean
  format: TokenFormat
}

/** Remembers every token of one provider: its subject, expiry and state. */
export function createTokenStore(options: LedgerOptions): TokenStore {
  const { now, lifetimes, policy, format, keepsRefreshToken = () => false } = options
  const families = createFamilies()
  const refreshes = new Map<string, RefreshEntry>()
  const accesses = new Map<string, AccessEntry>()
  const removed = new Set<string>()
  const adoption = createTokenRestorer({ format, families, refreshes, accesses })
  let issued = 0

  const roundDown = (at: number) => Math.floor(at / format.precisionMs) * format.precisionMs

  function mintPair(family: Family, keptRefreshToken?: string): TokenPair {
    const issuedAt = now()
    const { accessMs, refreshMs } = lifetimes()
    issued += 1
    // A stateless server issues byte-identical JWTs within one second, and so does this one. A server that punishes reuse must
    // distinguish its tokens, which identical ones would make impossible.
    const salt = policy().type === 'stateless' ? '' : String(issued)
    const { subject } = family
    // A response names the exact instant; the token contains the rounded one, which counts.
    const accessExpiresAt = issuedAt + accessMs
    const refreshExpiresAt = issuedAt + refreshMs
    const access = { family, expiresAt: roundDown(accessExpiresAt) }
    const refresh = { family, expiresAt: roundDown(refreshExpiresAt) }
    const claims = { subject, issuedAt, salt }
    const accessToken = format.mint({ ...claims, kind: 'access', expiresAt: access.expiresAt })
    const refreshToken =
      keptRefreshToken ?? format.mint({ ...claims, kind: 'refresh', expiresAt: refresh.expiresAt })
    accesses.set(accessToken, access)
    if (keptRefreshToken === undefined)
      refreshes.set(refreshToken, { ...refresh, usedAt: null, successor: null, active: 0 })
    return { subject, accessToken, refreshToken, issuedAt, accessExpiresAt, refreshExpiresAt }
  }

  async function present(token: string): Promise<Presentation> {
    const entry = await adoption.refreshEntry(token)
    if (!entry) {
      families.unknown += 1
      return { type: 'refused', reason: 'unknown', family: null, reused: false }
    }
    const { family } = entry
    const reused = entry.usedAt !== null
    family.presentations += 1
    if (reused) family.reuses += 1
    const refused = (reason: RefusalReason): Presentation => ({
      type: 'refused',
      reason,
      family,
      reused,
    })
    if (family.revoked || family.refreshRevoked) return refused('revoked')
    if (removed.has(family.subject)) return refused('no-user')
    if (now() >= entry.expiresAt) return refused('expired')

    const rule = policy()
    if (entry.usedAt !== null && rule.type !== 'stateless') {
      const forgiven = rule.type === 'grace' && now() - entry.usedAt < rule.graceMs
      if (forgiven && entry.successor)
        return { type: 'rotated', pair: entry.successor, family, reused }
      family.revoked = true
      return refused('reused')
    }
    const keeps = keepsRefreshToken()
    const pair = mintPair(family, keeps ? token : undefined)
    if (!keeps) Object.assign(entry, { usedAt: entry.usedAt ?? now(), successor: pair })
    family.rotations += 1
    return { type: 'rotated', pair, family, reused }
  }

  return {
    families,
    present,
    issue: (subject: string) => mintPair(families.create(subject)),
    async arrive(token: string): Promise<() => void> {
      const entry = await adoption.refreshEntry(token)
      if (!entry) return () => {}
      entry.family.requests += 1
      if (entry.active > 0) entry.family.overlaps += 1
      entry.active += 1
      return () => {
        entry.active -= 1
      }
    },
    async authorize(token: string): Promise<Authorization> {
      const entry = await adoption.accessEntry(token)
      if (!entry) return { type: 'refused', reason: 'unknown' }
      const { family } = entry
      if (family.revoked) return { type: 'refused', reason: 'revoked' }
      if (removed.has(family.subject)) return { type: 'refused', reason: 'no-user' }
      if (now() >= entry.expiresAt) return { type: 'refused', reason: 'expired' }
      return { type: 'ok', subject: family.subject, family }
    },
    async revokeToken(token: string): Promise<boolean> {
      const entry = await adoption.refreshEntry(token)
      if (entry) entry.family.revoked = true
      return entry !== undefined
    },
    revoke(subject: string | 'all') {
      adoption.stop(subject, ['access', 'refresh'])
      families.each(subject, (family) => {
        family.revoked = true
      })
    },
    revokeRefreshTokens(subject: string) {
      adoption.stop(subject, ['refresh'])
      families.each(subject, (family) => {
        family.refreshRevoked = true
      })
    },
    removeUser: (subject: string) => removed.add(subject),
    expireAccess(subject: string | 'all' = 'all') {
      adoption.stop(subject, ['access'])
      for (const entry of accesses.values())
        if (subject === 'all' || entry.family.subject === subject)
          entry.expiresAt = Math.min(entry.expiresAt, now())
    },
  }
}
