import { openForSignIn, sealForSignIn } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import { createRev } from '../session/createRev.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { StoredRow } from '../types/RelayStore.ts'
import { challengeKey, challengeMs } from './challengeRow.ts'
import type { BegunSignIn, SignInClaim } from './claimSignIn.ts'

const waitMs = 1_000

export interface BurnParameters {
  provider: string
  nonce: string
  /** Digest of the browser's cookie. */
  browser: string
  /** Digest of what was signed, and of the signature. */
  signed: string
}

/**
 * Burns a challenge for this request, over all replicas, before anything about the message is believed. Only a failure that
 * says nothing about the message makes it usable again. A process that dies meanwhile leaves it burnt.
 *
 * The row is `issued browser`, then `pending browser signed`, then `used`; or `begun browser signed sealed` if the page was asked
 * to come back for its session.
 *
 * @throws {RelayRefusal} if it was never issued, is too old, was used, or belongs to another browser.
 */
export async function burnChallenge(
  engine: RelayEngine,
  parameters: BurnParameters,
): Promise<SignInClaim | BegunSignIn> {
  const { store } = engine
  const { provider, nonce, browser, signed } = parameters
  const key = challengeKey(provider, nonce)
  const row = await store.read(key)
  if (!row || row.ageMs >= challengeMs) throw refuse()
  const [state, issuedTo] = row.value.split(' ')
  if (state !== 'issued') return resume(engine, row, parameters)
  const rev = createRev()
  const write = (expected: string, value: string, leftMs = challengeMs) =>
    store.write(key, { expected, rev: createRev(), value, ttlMs: leftMs })
  const pending = { expected: row.rev, rev, value: `pending ${browser} ${signed}` }
  if (!(await store.write(key, { ...pending, ttlMs: challengeMs }))) {
    const now = await store.read(key)
    if (!now) throw refuse()
    return resume(engine, now, parameters)
  }
  // If the store is gone, the challenge stays burnt.
  const note = async (value: string, leftMs?: number) => {
    await write(rev, value, leftMs).catch(() => {})
  }
  if (issuedTo !== browser) {
    await note('used')
    throw refuse()
  }
  return {
    type: 'mine',
    keep: () => note('used'),
    release: () => note(row.value, challengeMs - row.ageMs),
    async leave(session) {
      const sealed = await sealForSignIn(engine, provider, { signIn: nameOf(parameters), session })
      await note(`begun ${browser} ${signed} ${sealed}`)
    },
  }
}

/** The same browser sends the same signature again, because it got no answer. */
async function resume(
  engine: RelayEngine,
  row: StoredRow,
  parameters: BurnParameters,
): Promise<BegunSignIn> {
  const { provider, nonce, browser, signed } = parameters
  const { store, timing } = engine
  const [state, ...rest] = row.value.split(' ')
  const [of, what, sealed = ''] = rest
  if (of !== browser || what !== signed) throw refuse()
  if (state === 'pending' && row.ageMs < timing.requestTimeoutMs + waitMs)
    throw new RelayRefusal(503, 'provider/unavailable', 'This sign-in is under way.', {
      retryAfterMs: waitMs,
    })
  const opened = { signIn: nameOf(parameters), sealed }
  const session = state === 'begun' ? await openForSignIn(engine, provider, opened) : undefined
  const used = { expected: row.rev, rev: createRev(), value: 'used', ttlMs: challengeMs }
  if (!session || !(await store.write(challengeKey(provider, nonce), used))) throw refuse()
  return { type: 'begun', session }
}

/** Whoever can write the store can change a row's plain words, but not what its session was sealed for. */
function nameOf({ nonce, browser, signed }: BurnParameters): string {
  return `${nonce} ${browser} ${signed}`
}

function refuse(): RelayRefusal {
  return new RelayRefusal(
    403,
    'provider/message-expired',
    'The challenge of this message was used, is too old, or was issued to another browser. Sign in again.',
  )
}
