import { base64url } from 'jose'
import type { KeyRing, RelayKey } from './KeyRing.ts'

/** Makes keys for AES-256-GCM of the secrets (HKDF with SHA-256, RFC 5869), and their names apart from them. */
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
    'deriveKey',
  ])
  const hkdf = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode('takokit-relay/1'),
    info: encoder.encode(info),
  })
  const [id, key] = await Promise.all([
    subtle.deriveBits(hkdf('key id'), material, 48),
    subtle.deriveKey(hkdf('seal'), material, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
  ])
  return { id: base64url.encode(new Uint8Array(id)), key }
}
