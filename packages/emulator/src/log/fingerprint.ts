import { createDigest } from '../tokens/createDigest.ts'

/** Eight hex digits that distinguish tokens and cannot be reversed. */
export function fingerprint(token: string): string {
  return createDigest(token).slice(2, 10)
}
