import { decodeBase64Url, encodeBase64Url } from '../utils/base64Url.ts'
import { cipher } from './cipher.ts'
import { type KeySource, unavailable } from './createKeySource.ts'
import { isKeyId } from './keyId.ts'
import type { RelayKey } from './KeyRing.ts'

/** Seals values that leave the relay, and opens them. */
export interface Sealer {
  seal: (use: string, value: object) => Promise<string>
  /**
   * `undefined` if none of our keys has sealed the value for this use.
   *
   * @throws {RelayRefusal} 503 if it names an unknown key: a rotated secret must not end sessions.
   */
  open: (use: string, sealed: string) => Promise<unknown>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Authenticated encryption of what the browser or the store keeps: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), prefixed
 * with the key's name. The `use` is authenticated data, so that nothing sealed for one provider or
 * purpose opens as another.
 *
 * Its nonces are long enough to be drawn at random without limit; those of AES-GCM are not. It is synchronous: WebCrypto moves
 * each of these short texts to another thread, which costs many times what the cipher does.
 */
export function createSealer(source: Pick<KeySource, 'keys' | 'find'>): Sealer {
  async function findKey(id: string): Promise<RelayKey> {
    const known = await source.find(id)
    if (!known) throw unavailable()
    return known
  }

  return {
    async seal(use, value) {
      const { sealing } = await source.keys()
      const bytes = encoder.encode(JSON.stringify(value))
      const sealed = cipher.encrypt(sealing.key, encoder.encode(use), bytes)
      return `${sealing.id}.${encodeBase64Url(sealed)}`
    },
    async open(use, sealed) {
      // Any cookie reveals wrong secrets, not only the first valid one.
      const { byId } = await source.keys()
      const at = sealed.indexOf('.')
      const id = sealed.slice(0, at)
      const known = byId.get(id) ?? (isKeyId(id) ? await findKey(id) : undefined)
      if (!known) return undefined
      try {
        const bytes = decodeBase64Url(sealed.slice(at + 1))
        const opened = cipher.decrypt(known.key, encoder.encode(use), bytes)
        return JSON.parse(decoder.decode(opened)) as unknown
      } catch {
        return undefined
      }
    },
  }
}
