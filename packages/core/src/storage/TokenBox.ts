import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/** What sealed tokens are bound to: they cannot be opened as those of another session or generation. */
export type Seal = Pick<SessionRecord, 'sid' | 'gen'> & { key: string }

/** How tokens are stored beside their record. */
export interface TokenBox {
  /** Prepares the key. */
  prepare?: () => Promise<unknown>
  /** Called before the transaction begins. The result is stored in the record's row. */
  seal: (tokens: TokenSet, seal: Seal) => Promise<unknown>
  /** Returns `undefined` if the tokens cannot be read. */
  open: (sealed: unknown, seal: Seal) => Promise<TokenSet | undefined>
  /** Removes what the box stores elsewhere for a pair that no record refers to. */
  discard?: ((sealed: unknown) => void) | undefined
}
