import { checkSecrets } from '../config/checkSecrets.ts'
import type { RelayConfig } from '../config/RelayConfig.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { withoutText } from '../redact/withoutText.ts'
import { deriveKeys } from './deriveKeys.ts'
import type { KeyRing, RelayKey } from './KeyRing.ts'

/** Provides the keys. */
export interface KeySource {
  keys: () => Promise<KeyRing>
  /** The key of this name. For an unknown name, the source is called again. */
  find: (id: string) => Promise<RelayKey | undefined>
  /** The secrets that are known now. Texts are redacted with them. */
  secrets: () => readonly string[]
}

/** How long secrets from a function are used before the function is called again. */
const secretAgeMs = 60_000
/** A call that takes longer is no longer waited for, and the function may be called again. */
const patienceMs = 5_000
/** Any client can name a key that does not exist: the function is not called more often because of that. */
const askAgainMs = 5_000

/** Derives keys from the secrets and keeps those that work: while the source hangs or fails, they stay in use. */
export function createKeySource({
  secret: source,
  now,
  setTimer,
}: Pick<RelayConfig, 'secret' | 'now' | 'setTimer'>): KeySource {
  let ring: KeyRing | undefined
  let secrets = typeof source === 'function' ? [] : checkSecrets(source)
  let asking: Promise<void> | undefined
  let askedAt = Number.NEGATIVE_INFINITY
  let asked = 0
  let adopted = 0

  async function load(): Promise<void> {
    const turn = ++asked
    const known = checkSecrets(typeof source === 'function' ? await source() : source)
    const derived = await deriveKeys(known)
    // A later call has returned first: this result is outdated.
    if (turn < adopted) return
    adopted = turn
    ring = derived
    secrets = known
  }

  /** One call at a time. One that hangs for too long is given up; its result is still used if it arrives. */
  function ask(): Promise<void> {
    if (asking && Math.abs(now() - askedAt) < patienceMs) return asking
    askedAt = now()
    const mine = load().finally(() => {
      if (asking === mine) asking = undefined
    })
    asking = mine
    // There may be no caller left to handle the rejection.
    mine.catch(() => {})
    return mine
  }

  async function askInTime(): Promise<void> {
    let stop = () => {}
    const late = new Promise<void>((resolve) => {
      stop = setTimer(resolve, patienceMs)
    })
    await Promise.race([ask(), late]).finally(stop)
  }

  async function keys(): Promise<KeyRing> {
    const isOld = typeof source === 'function' && Math.abs(now() - askedAt) >= secretAgeMs
    if (ring) {
      // The current keys are valid until others are known.
      if (isOld) void ask()
      return ring
    }
    await askInTime().catch((error: unknown) => {
      throw typeof source === 'function' ? fromSource(error) : error
    })
    if (!ring) throw unavailable()
    return ring
  }

  return {
    keys,
    async find(id) {
      const { byId } = await keys()
      const known = byId.get(id)
      if (known || typeof source !== 'function') return known
      if (asking || Math.abs(now() - askedAt) >= askAgainMs) await askInTime().catch(() => {})
      return ring?.byId.get(id)
    },
    secrets: () => secrets,
  }
}

/** Says what is wrong with the secrets if the relay found it; of what the function threw, only the kind. */
function fromSource(error: unknown): unknown {
  if (error instanceof Error && error.message.startsWith('createRelay: ')) return error
  return new Error('The function `secret` threw.', { cause: withoutText(error) })
}

/** Says nothing about the session: another replica may have the key, or this one soon. */
export function unavailable(): RelayRefusal {
  return new RelayRefusal(
    503,
    'relay/secret-unavailable',
    'The key of this session is not known here yet. Nothing is lost.',
    { retryAfterMs: 2_000 },
  )
}
