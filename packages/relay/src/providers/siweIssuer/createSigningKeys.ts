import { TakoKitError } from '@takokit/core'
import { calculateJwkThumbprint, type CryptoKey, importJWK, type JWK } from 'jose'
import { withoutText } from '../../redact/withoutText.ts'
import { invalidOption } from './invalidOption.ts'
import type { SigningKey, SigningKeySource } from './SiweIssuerOptions.ts'

/** A private key, ready to sign, and its public half. */
interface ReadyKey {
  id: string
  algorithm: 'EdDSA' | 'ES256'
  key: CryptoKey
  publicKey: JWK
}

/** The one that signs first. */
type ReadyKeys = readonly [ReadyKey, ...ReadyKey[]]

export interface SigningKeys {
  all: () => Promise<ReadyKeys>
  /** Texts are redacted with them. */
  secrets: () => readonly string[]
}

/** How long keys from a function are used before the function is called again. */
const keysAgeMs = 60_000
const maxKeys = 4

/** Reads the signing keys and keeps those that work: while the source fails, they stay in use. */
export function createSigningKeys(source: SigningKeySource): SigningKeys {
  const isFunction = typeof source === 'function'
  let jwks: readonly JWK[] = isFunction ? [] : readKeys(source)
  let ready: Promise<ReadyKeys> | undefined
  let readAt = Number.NEGATIVE_INFINITY

  async function load(): Promise<ReadyKeys> {
    readAt = performance.now()
    if (isFunction) jwks = readKeys(await source())
    const [first, ...rest] = await Promise.all(jwks.map(prepare))
    if (!first) throw invalidOption('signingKeys', 'one private key at least')
    return [first, ...rest]
  }

  function loadFirst(): Promise<ReadyKeys> {
    return load().catch((error: unknown) => {
      ready = undefined
      throw isFunction && !(error instanceof TakoKitError) ? fromSource(error) : error
    })
  }

  async function reload(): Promise<void> {
    const keys = await load().catch(() => undefined)
    if (keys) ready = Promise.resolve(keys)
  }

  return {
    all() {
      // The current keys are used until others are known.
      if (ready && isFunction && performance.now() - readAt >= keysAgeMs) void reload()
      ready ??= loadFirst()
      return ready
    },
    secrets: () => jwks.flatMap(({ d }) => d ?? []),
  }
}

/** Of what the function threw, only the kind is told: its text may quote a key. */
function fromSource(error: unknown): Error {
  return new Error('The function `signingKeys` threw.', { cause: withoutText(error) })
}

function readKeys(given: SigningKey | readonly SigningKey[]): readonly JWK[] {
  const keys = (Array.isArray(given) ? given : [given]) as readonly SigningKey[]
  if (keys.length === 0 || keys.length > maxKeys)
    throw invalidOption('signingKeys', `1 to ${maxKeys} private keys`)
  return keys.map(readKey)
}

function readKey(key: SigningKey): JWK {
  const jwk = typeof key === 'string' ? parse(key) : key
  const { kty, crv, d, x, y } = (jwk ?? {}) as JWK
  const isEd25519 = kty === 'OKP' && crv === 'Ed25519'
  const isP256 = kty === 'EC' && crv === 'P-256' && typeof y === 'string'
  if (typeof d !== 'string' || typeof x !== 'string' || !(isEd25519 || isP256))
    throw invalidOption(
      'signingKeys',
      'private keys as JSON Web Keys, of Ed25519 or P-256; a public key or a PEM text is none',
    )
  return jwk as JWK
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // The parser's message quotes the text.
    return undefined
  }
}

async function prepare(jwk: JWK): Promise<ReadyKey> {
  const { kty, crv, x, y } = jwk
  const algorithm = kty === 'OKP' ? 'EdDSA' : 'ES256'
  const shown = (kty === 'OKP' ? { kty, crv, x } : { kty, crv, x, y }) as JWK
  try {
    const id = typeof jwk.kid === 'string' ? jwk.kid : await calculateJwkThumbprint(shown)
    const key = (await importJWK(jwk, algorithm)) as CryptoKey
    return { id, algorithm, key, publicKey: { ...shown, kid: id, alg: algorithm, use: 'sig' } }
  } catch (error) {
    throw invalidOption('signingKeys', 'private keys that can be imported', withoutText(error))
  }
}
