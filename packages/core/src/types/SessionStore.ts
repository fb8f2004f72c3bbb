import type { SessionRecord, Tombstone } from './SessionRecord.ts'
import type { TokenSet } from './TokenSet.ts'

export interface SessionRows {
  record?: SessionRecord | undefined
  tombstone?: Tombstone | undefined
}

export interface StoredSession extends SessionRows {
  tokens?: TokenSet | undefined
}

/** Requests for tokens of one provider, counted over all tabs. */
export interface BudgetRow {
  v: 1
  /** When each recent request left. */
  sentAt: number[]
  /** The provider asked for silence until then. */
  quietUntil?: number | undefined
}

/** Where records rest, opened. */
export interface SessionStore {
  /** Whether other tabs see what this one writes. */
  readonly shared: boolean
  /** A duplicated tab begins with a copy of it. */
  readonly clonedWithTab?: boolean | undefined
  read: (key: string) => Promise<StoredSession>
  list: () => Promise<StoredSession[]>
  /**
   * Reads, decides and writes in one atomic step. `change` is synchronous and may run again; `undefined` leaves all as it is.
   * `tokens` go with the new generation. Says whether it wrote.
   */
  update: (
    key: string,
    change: (rows: SessionRows) => SessionRows | undefined,
    tokens?: TokenSet,
  ) => Promise<boolean>
  updateBudget: (provider: string, change: (row: BudgetRow) => BudgetRow) => Promise<void>
  /** Remembers a sign-out until what is stored can be reached; absent where it can. Without an account: of all of them. */
  endLater?:
    | ((sessions: {
        provider: string
        api: string
        account?: string | undefined
        at: number
      }) => void)
    | undefined
  close: () => void
}

/** Where records rest: opened once per client. */
export interface AuthStorage {
  readonly name: string
  open: (parameters: {
    namespace: string
    warn: (message: string) => void
    /** Called when a storage that could not be reached can be: it is read again then. */
    onBack?: (() => void) | undefined
  }) => Promise<SessionStore>
}
