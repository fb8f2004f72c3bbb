import { checkSecrets } from '../config/checkSecrets.ts'
import type { RelayConfig } from '../config/RelayConfig.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { withoutText } from '../redact/withoutText.ts'
import { deriveKeys } from './deriveKeys.ts'
import type { KeyRing, RelayKey } from './KeyRing.ts'

/** Where the keys come from. */
export interface KeySource {
  keys: () => Promise<KeyRing>
  /** The key of this name; the source is asked again for one that is not known yet. */
  find: (id: string) => Promise<RelayKey | undefined>
  /** The secrets that are known now, for texts to be cleaned of. */
  secrets: () => readonly string[]
}

/** How long secrets that come from a function are used before it is asked again. */
const secretAgeMs = 60_000
/** A function that has not answered by then is not waited for, and may be asked anew. */
const patienceMs = 5_000
/** Anybody can name a key that does not exist: the function is not asked more often for that. */
const askAgainMs = 5_000

/**
 * Makes keys of the secrets, and keeps those that work: while the source hangs or fails, whoever can be served with them is.
 */
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
    // An answer that was overtaken by a later one is not taken.
    if (turn < adopted) return
    adopted = turn
    ring = derived
    secrets = known
  }

  /** One question at a time; one that has hung for too long is given up, and its answer taken if it comes after all. */
  function ask(): Promise<void> {
    if (asking && Math.abs(now() - askedAt) < patienceMs) return asking
    askedAt = now()
    const mine = load().finally(() => {
      if (asking === mine) asking = undefined
    })
    asking = mine
    // Nobody may be waiting for it.
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
      // The keys at hand are good until others are known.
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

/** Says what is wrong with the secrets, where we found that; of what the function threw its kind only. */
function fromSource(error: unknown): unknown {
  if (error instanceof Error && error.message.startsWith('createRelay: ')) return error
  return new Error('The function `secret` threw.', { cause: withoutText(error) })
}

/** Not an answer about the session: another replica may have the key, or this one soon. */
export function unavailable(): RelayRefusal {
  return new RelayRefusal(
    503,
    'relay/secret-unavailable',
    'The key of this session is not known here yet. Nothing is lost.',
    { retryAfterMs: 2_000 },
  )
}
