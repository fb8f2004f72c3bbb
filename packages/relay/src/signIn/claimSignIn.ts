import type { SignedMessage, TokenProvider } from '@takokit/core'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { openForSignIn, sealForSignIn } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { createRev } from '../session/createRev.ts'
import { digestText } from '../utils/digestText.ts'
import { digestOf } from './challengeRow.ts'

/** How long a message is remembered if the provider alone decides about its age. */
const longestMs = 30 * 86_400_000
const waitMs = 1_000
const begunPrefix = 'begun '

/** One use of a signed message. */
export interface SignInClaim {
  type: 'mine'
  /** It was exchanged and cannot be used again. */
  keep: () => Promise<void>
  /** It began a session after its page was asked to come back. The page can fetch that session once. */
  leave: (session: RelaySession) => Promise<void>
  /** The exchange failed: the page may try again with this message. */
  release: () => Promise<void>
}

/** The session that an earlier request with this message began, and that no response has delivered yet. */
export interface BegunSignIn {
  type: 'begun'
  session: RelaySession
}

/**
 * Claims a signed message for this request, over all replicas. The key is the message and its address, because a signature has
 * several encodings.
 *
 * @throws {RelayRefusal} if it was used, or is in use.
 */
export async function claimSignIn(
  engine: RelayEngine,
  provider: TokenProvider,
  signed: SignedMessage & { issuedAt: number | undefined },
): Promise<SignInClaim | BegunSignIn> {
  const { store, now, timing, signIn } = engine
  const key = `used:${provider.name}:${await digest(signed)}`
  // Only the very signature that began a session may fetch it: another one for this message was not verified.
  const mine = `${key} ${await digestOf(signed.signature.toLowerCase())}`
  const usableUntil = (signed.issuedAt ?? now()) + signIn.maxAgeMs
  const ttlMs = Math.min(Math.max(usableUntil - now(), 0) + 1_000, longestMs)
  const rev = createRev()
  const isMine = await store.write(key, { expected: undefined, rev, value: 'pending', ttlMs })
  if (!isMine) {
    const row = await store.read(key)
    const sealed = row?.value.startsWith(begunPrefix) && row.value.slice(begunPrefix.length)
    const begun = sealed && (await openForSignIn(engine, provider.name, { signIn: mine, sealed }))
    if (row && begun) {
      const used = { expected: row.rev, rev, value: 'used', ttlMs }
      if (await store.write(key, used)) return { type: 'begun', session: begun }
    }
    // A process that died with it may have begun the session.
    const isPending = row?.value === 'pending' && row.ageMs < timing.requestTimeoutMs + waitMs
    if (row && !isPending)
      throw new RelayRefusal(
        403,
        'provider/message-expired',
        'This signature has begun a session already. Sign in again.',
      )
    throw new RelayRefusal(503, 'provider/unavailable', 'This sign-in is under way.', {
      retryAfterMs: waitMs,
    })
  }
  async function note(value: string, leftMs: number): Promise<void> {
    const row = { expected: rev, rev: createRev(), value, ttlMs: leftMs }
    // If the store is gone, the claim stays in it, which serves as well.
    await store.write(key, row).catch(() => {})
  }
  return {
    type: 'mine',
    keep: () => note('used', ttlMs),
    release: () => note('free', 0),
    async leave(session) {
      const sealed = await sealForSignIn(engine, provider.name, { signIn: mine, session })
      await note(begunPrefix + sealed, ttlMs)
    },
  }
}

/** Of the bytes that are signed: all texts that share a signature must share a key. */
function digest({ message, address }: SignedMessage): Promise<string> {
  return digestText(`${address.toLowerCase()}\n${message}`)
}
