import { encodeBase64Url } from '../utils/base64Url.ts'
import { keyId } from './keyId.ts'
import type { KeyRing, RelayKey } from './KeyRing.ts'

/** Derives keys of 256 bits from the secrets (HKDF with SHA-256, RFC 5869), and their names independently of them. */
export async function deriveKeys(secrets: readonly string[]): Promise<KeyRing> {
  const keys = await Promise.all(secrets.map(deriveKey))
  const [sealing] = keys
  if (!sealing) throw new TypeError('There is no secret to make a key of.')
  return { sealing, byId: new Map(keys.map((key) => [key.id, key])) }
}

async function deriveKey(secret: string): Promise<RelayKey> {
  const { subtle } = crypto
  const encoder = new TextEncoder()
  const material = await subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveBits',
  ])
  async function derive(info: string, bits: number): Promise<Uint8Array> {
    const parameters = {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: encoder.encode('takokit-relay/1'),
      info: encoder.encode(info),
    }
    return new Uint8Array(await subtle.deriveBits(parameters, material, bits))
  }
  const [id, key] = await Promise.all([
    derive('key id', 40),
    derive('seal, xchacha20-poly1305', 256),
  ])
  return { id: keyId(encodeBase64Url(id).slice(0, 6)), key }
}
