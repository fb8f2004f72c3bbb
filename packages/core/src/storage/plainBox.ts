import type { TokenSet } from '../types/TokenSet.ts'
import type { TokenBox } from './TokenBox.ts'

/** Tokens as they are, for where only this page's memory or its own tab holds them. */
export const plainBox: TokenBox = {
  seal: async (tokens) => tokens,
  open: async (sealed) => sealed as TokenSet,
}
