import type { ProviderName } from './Register.ts'

/** Selects a session: by provider (the first by default) and account (the one in use by default). */
export interface SessionParameters {
  provider?: ProviderName | undefined
  account?: string | undefined
}
