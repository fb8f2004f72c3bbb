import { SignJWT } from 'jose'
import { hexToBytes } from 'viem'
import { createDigest } from './createDigest.ts'

/** Signs exactly these claims, in this order, as an HS256 JWT. */
export function signToken(
  claims: Readonly<Record<string, string | number>>,
  { secret, salt }: { secret: string; salt: string },
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(hexToBytes(createDigest(secret, salt)))
}
