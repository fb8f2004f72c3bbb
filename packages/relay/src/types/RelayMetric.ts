import type { TokenOutcome } from '@takokit/core'
import type { EndReason } from './SessionRow.ts'

/** A countable event. Durations are milliseconds. */
export type RelayMetric =
  | {
      type: 'request'
      route:
        | 'challenge'
        | 'sign-in'
        | 'token'
        | 'sign-out'
        | 'start-session'
        | 'healthz'
        | 'jwks'
        | 'none'
      provider: string | undefined
      status: number
      code: string | undefined
      durationMs: number
    }
  | {
      type: 'upstream'
      provider: string
      call: 'exchange' | 'refresh' | 'revoke'
      outcome: TokenOutcome['type']
      durationMs: number
    }
  | {
      type: 'session'
      provider: string
      /** `adopted`: another replica had renewed it. `taken-over`: another one had begun and did not finish. */
      change: 'started' | 'renewed' | 'adopted' | 'taken-over' | 'ended'
      reason: EndReason | undefined
    }
