import { hchacha, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { managedNonce } from '@noble/ciphers/utils.js'
import { drawBytes } from './drawBytes.ts'

/** Encrypts with a nonce of its own in front, and opens that. `decrypt` throws if it is not what was encrypted. */
interface Cipher {
  encrypt: (key: Uint8Array, use: Uint8Array, bytes: Uint8Array) => Uint8Array
  decrypt: (key: Uint8Array, use: Uint8Array, sealed: Uint8Array) => Uint8Array
}

type NodeCrypto = typeof import('node:crypto')

const [nonceLength, tagLength] = [24, 16]
const name = 'chacha20-poly1305'
const noble = managedNonce(xchacha20poly1305, drawBytes)

/** XChaCha20-Poly1305 by noble-ciphers, wherever JavaScript runs. */
export const portableCipher: Cipher = {
  encrypt: (key, use, bytes) => noble(key, use).encrypt(bytes),
  decrypt: (key, use, sealed) => noble(key, use).decrypt(sealed),
}

/**
 * The same by `node:crypto`, whose cipher is native: ChaCha20-Poly1305 with the key and nonce that XChaCha derives
 * (draft-irtf-cfrg-xchacha-03, 2.3).
 */
export function createNodeCipher({ createCipheriv, createDecipheriv }: NodeCrypto): Cipher {
  const options = { authTagLength: tagLength }
  return {
    encrypt(key, use, bytes) {
      const nonce = drawBytes(nonceLength)
      const encrypting = createCipheriv(name, subkey(key, nonce), shortNonce(nonce), options)
      encrypting.setAAD(use, { plaintextLength: bytes.length })
      const parts = [encrypting.update(bytes), encrypting.final(), encrypting.getAuthTag()]
      return Buffer.concat([nonce, ...parts])
    },
    decrypt(key, use, sealed) {
      if (sealed.length < nonceLength + tagLength) throw new TypeError('This is too short.')
      const nonce = sealed.subarray(0, nonceLength)
      const bytes = sealed.subarray(nonceLength, -tagLength)
      const decrypting = createDecipheriv(name, subkey(key, nonce), shortNonce(nonce), options)
      decrypting.setAuthTag(sealed.subarray(-tagLength))
      decrypting.setAAD(use, { plaintextLength: bytes.length })
      const opened = decrypting.update(bytes)
      decrypting.final()
      return opened
    },
  }
}

const sigma = toWords(new TextEncoder().encode('expand 32-byte k'))

function subkey(key: Uint8Array, nonce: Uint8Array): Uint8Array {
  const derived = new Uint32Array(8)
  hchacha(sigma, toWords(key), toWords(nonce.subarray(0, 16)), derived)
  return new Uint8Array(derived.buffer)
}

/** Copied, because a view needs an aligned offset. */
function toWords(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer)
}

function shortNonce(nonce: Uint8Array): Uint8Array {
  const short = new Uint8Array(12)
  short.set(nonce.subarray(16), 4)
  return short
}

/** Some platforms with `node:crypto` lack this cipher. */
function findCipher(): Cipher {
  try {
    const found = createNodeCipher(process.getBuiltinModule('node:crypto'))
    const [key, none] = [new Uint8Array(32), new Uint8Array(0)]
    portableCipher.decrypt(key, none, found.encrypt(key, none, key))
    return found
  } catch {
    return portableCipher
  }
}

export const cipher = findCipher()
