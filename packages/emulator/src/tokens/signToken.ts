import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64url } from 'jose'
import { hexToBytes, stringToBytes } from 'viem'
import { createDigest } from './createDigest.ts'

const header = base64url.encode('{"alg":"HS256","typ":"JWT"}')

/**
 * Signs exactly these claims, in this order, as an HS256 JWT (RFC 7515). Synchronous: WebCrypto would move four short tasks
 * per pair to another thread, which takes longer than the rest of a refresh here.
 */
export function signToken(
  claims: Readonly<Record<string, string | number>>,
  { secret, salt }: { secret: string; salt: string },
): string {
  const signed = `${header}.${base64url.encode(JSON.stringify(claims))}`
  const key = hexToBytes(createDigest(secret, salt))
  return `${signed}.${base64url.encode(hmac(sha256, key, stringToBytes(signed)))}`
}
