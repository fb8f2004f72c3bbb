import type { TokenSet } from '../types/TokenSet.ts'
import type { TokenBox } from './TokenBox.ts'

/** Unencrypted tokens, for storage that only this page or this tab can read. */
export const plainBox: TokenBox = {
  seal: async (tokens) => tokens,
  open: async (sealed) => sealed as TokenSet,
}
