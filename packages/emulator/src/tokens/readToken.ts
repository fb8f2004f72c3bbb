import { compactVerify } from 'jose'
import { hexToBytes } from 'viem'
import { createDigest } from './createDigest.ts'

/** The claims of a JWT that `signToken` signed without a salt, else null. The token store checks expiry. */
export async function readToken(token: string, secret: string): Promise<unknown> {
  try {
    const { payload } = await compactVerify(token, hexToBytes(createDigest(secret, '')), {
      algorithms: ['HS256'],
    })
    return JSON.parse(new TextDecoder().decode(payload)) as unknown
  } catch {
    return null
  }
}
