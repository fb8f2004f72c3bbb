import type { TokenFormat } from '../tokenStore/TokenFormat.ts'
import { createDigest } from './createDigest.ts'

/** Opaque tokens. */
export function opaqueTokenFormat({
  secret,
  startedAt,
}: {
  secret: string
  /** Keeps a token of one run from matching another subject's in the next. Epoch milliseconds. */
  startedAt: number
}): TokenFormat {
  let minted = 0
  return {
    precisionMs: 1,
    mint({ kind }) {
      minted += 1
      return createDigest(secret, startedAt, kind, minted).slice(2)
    },
  }
}
