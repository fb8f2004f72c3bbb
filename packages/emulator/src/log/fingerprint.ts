import { createDigest } from '../tokens/createDigest.ts'

/** Eight hex digits that tell tokens apart and lead nowhere back. */
export function fingerprint(token: string): string {
  return createDigest(token).slice(2, 10)
}
