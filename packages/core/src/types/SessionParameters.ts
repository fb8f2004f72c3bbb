import type { ProviderName } from './Register.ts'

/** Which session is meant: of a provider (the first by default), and of an account (the one in use by default). */
export interface SessionParameters {
  provider?: ProviderName | undefined
  account?: string | undefined
}
