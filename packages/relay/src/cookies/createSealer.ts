import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { managedNonce } from '@noble/ciphers/utils.js'
import { base64url } from 'jose'
import { checkSecrets } from '../config/checkSecrets.ts'
import type { SecretSource } from '../types/SecretSource.ts'
import { deriveKeys } from './deriveKeys.ts'
import type { KeyRing } from './KeyRing.ts'

/** Seals and opens what leaves the relay. */
export type Sealer = ReturnType<typeof createSealer>

/** How long secrets that come from a function are used before it is asked again. */
const secretAgeMs = 60_000

const cipher = managedNonce(xchacha20poly1305)
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Authenticated encryption of what the browser or the store keeps: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) by
 * noble-ciphers, behind the name of its key. The `use` is authenticated with it, so that nothing sealed for one provider or
 * purpose opens as another.
 *
 * Its nonces are long enough to be drawn at random for ever, which AES-GCM's are not, and it is done where it is asked for:
 * WebCrypto takes another thread for each of these short texts, which costs many times what the cipher does.
 */
export function createSealer(source: SecretSource, now: () => number) {
  let ring: Promise<KeyRing> | undefined
  let loadedAt = 0

  function keys(): Promise<KeyRing> {
    const isOld = typeof source === 'function' && Math.abs(now() - loadedAt) >= secretAgeMs
    if (ring && !isOld) return ring
    const before = ring
    loadedAt = now()
    ring = load().catch((error: unknown) => {
      // The ones that worked a minute ago are better than none.
      if (before) return before
      ring = undefined
      throw error
    })
    return ring
  }

  async function load(): Promise<KeyRing> {
    return deriveKeys(checkSecrets(typeof source === 'function' ? await source() : source))
  }

  return {
    async seal(use: string, value: object): Promise<string> {
      const { sealing } = await keys()
      const bytes = encoder.encode(JSON.stringify(value))
      const sealed = cipher(sealing.key, encoder.encode(use)).encrypt(bytes)
      return `${sealing.id}.${base64url.encode(sealed)}`
    },
    /** `undefined` for what no key of ours has sealed for this use. */
    async open(use: string, sealed: string): Promise<unknown> {
      const { byId } = await keys()
      const at = sealed.indexOf('.')
      const known = byId.get(sealed.slice(0, at))
      if (!known) return undefined
      try {
        const bytes = base64url.decode(sealed.slice(at + 1))
        const opened = cipher(known.key, encoder.encode(use)).decrypt(bytes)
        return JSON.parse(decoder.decode(opened)) as unknown
      } catch {
        return undefined
      }
    },
  }
}
