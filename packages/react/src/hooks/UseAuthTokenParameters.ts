import type { SessionParameters } from '@takokit/core'
import type { UseAuthClientParameters } from './useAuthClient.ts'

export interface UseAuthTokenParameters extends SessionParameters, UseAuthClientParameters {
  /** Minimum remaining validity of the token, in milliseconds. */
  minValidityMs?: number | undefined
}
