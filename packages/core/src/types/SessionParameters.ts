import type { ProviderName } from './Register.ts'

/** Selects a session: by provider (the first by default) and account (the one in use by default). */
export interface SessionParameters {
  /** The name of the session's provider. Default: the client's first. */
  provider?: ProviderName | undefined
  /** The session's account: an address for a wallet's, else the provider's subject. Default: the one in use. */
  account?: string | undefined
}
