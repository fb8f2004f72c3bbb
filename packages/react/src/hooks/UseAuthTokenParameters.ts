import type { SessionParameters } from '@takokit/core'
import type { UseAuthClientParameters } from './useAuthClient.ts'

export interface UseAuthTokenParameters extends SessionParameters, UseAuthClientParameters {
  /** How long the token must be good for at least, milliseconds. */
  minValidityMs?: number | undefined
}
