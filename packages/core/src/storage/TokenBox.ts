import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/** What tokens are sealed for: they cannot be opened as another session's or generation's. */
export type Seal = Pick<SessionRecord, 'sid' | 'gen'> & { key: string }

/** How tokens rest beside their record. */
export interface TokenBox {
  /** Done before the transaction begins: what it returns is stored in the record's row. */
  seal: (tokens: TokenSet, seal: Seal) => Promise<unknown>
  /** `undefined` where they cannot be read. */
  open: (sealed: unknown, seal: Seal) => Promise<TokenSet | undefined>
  /** Removes what the box keeps elsewhere of a pair that no record names any more. */
  discard?: ((sealed: unknown) => void) | undefined
}
