import type { SessionRecord, Tombstone } from './SessionRecord.ts'
import type { TokenSet } from './TokenSet.ts'

/** The rows of one session: its record, and the tombstone of a sign-out. */
export interface SessionRows {
  record?: SessionRecord | undefined
  tombstone?: Tombstone | undefined
}

/** The rows of one session with its tokens. */
export interface StoredSession extends SessionRows {
  tokens?: TokenSet | undefined
}

/** The requests for tokens of one provider, counted over all tabs. */
export interface BudgetRow {
  v: 1
  /** When each recent request was sent. */
  sentAt: number[]
  /** When a rate-limit pause that the provider asked for was noted. */
  pausedAt?: number | undefined
  /** Its end. */
  pausedUntil?: number | undefined
  /** When it last answered a session whose refreshes had failed. */
  answeredAt?: number | undefined
}

/** An open storage of records. */
export interface SessionStore {
  /** Whether other tabs see what this one writes. */
  readonly shared: boolean
  /** Whether a duplicated tab begins with a copy of this storage. */
  readonly clonedWithTab?: boolean | undefined
  read: (key: string) => Promise<StoredSession>
  list: () => Promise<StoredSession[]>
  /**
   * Reads, decides and writes in one atomic step. `change` is synchronous and may run again; `undefined` changes nothing.
   * `tokens` are those of the new generation. Returns whether it wrote.
   */
  update: (
    key: string,
    change: (rows: SessionRows) => SessionRows | undefined,
    tokens?: TokenSet,
  ) => Promise<boolean>
  updateBudget: (provider: string, change: (row: BudgetRow) => BudgetRow) => Promise<void>
  /** Notes a sign-out until the stored sessions can be reached; absent if they can be. Without an account, for all accounts. */
  endLater?:
    | ((sessions: {
        provider: string
        api: string
        account?: string | undefined
        at: number
      }) => void)
    | undefined
  /** Loads and prepares what the first write of tokens needs. */
  prepare?: (() => Promise<unknown>) | undefined
  close: () => void
}

/** A storage of sessions, opened once per client. */
export interface AuthStorage {
  readonly name: string
  open: (parameters: {
    namespace: string
    warn: (message: string) => void
    /** Called when a storage that could not be reached opens. It is then read again. */
    onBack?: (() => void) | undefined
  }) => Promise<SessionStore>
}
