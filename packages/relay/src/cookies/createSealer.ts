import { CompactEncrypt, compactDecrypt, errors } from 'jose'
import { checkSecrets } from '../config/checkSecrets.ts'
import type { SecretSource } from '../types/SecretSource.ts'
import { deriveKeys } from './deriveKeys.ts'
import type { KeyRing } from './KeyRing.ts'

/** Seals and opens what leaves the relay. */
export type Sealer = ReturnType<typeof createSealer>

/** How long secrets that come from a function are used before it is asked again. */
const secretAgeMs = 60_000

/**
 * Authenticated encryption of what the browser or the store keeps: JWE, `dir` with A256GCM (RFC 7516), by jose. The `use`
 * is sealed in, so that nothing sealed for one provider or purpose opens as another.
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
      return new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ ...value, use })))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: sealing.id })
        .encrypt(sealing.key)
    },
    /** `undefined` for what no key of ours has sealed for this use. */
    async open(use: string, sealed: string): Promise<unknown> {
      const { byId } = await keys()
      try {
        const { plaintext } = await compactDecrypt(
          sealed,
          ({ kid }) => {
            const known = byId.get(String(kid))
            if (!known) throw new errors.JWEDecryptionFailed()
            return known.key
          },
          { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
        )
        const value = JSON.parse(new TextDecoder().decode(plaintext)) as { use?: unknown }
        return value.use === use ? value : undefined
      } catch {
        return undefined
      }
    },
  }
}
