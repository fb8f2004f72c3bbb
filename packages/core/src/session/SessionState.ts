import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'
import type {
  RefreshStatus,
  SessionReason,
  SessionStatus,
  SignInStep,
} from '../types/SessionStatus.ts'

/** The state of one session in a tab. */
export interface SessionState {
  status: SessionStatus
  step?: SignInStep | undefined
  refreshStatus: RefreshStatus
  reason?: SessionReason | undefined
  error?: TakoKitError | undefined
  held?: HeldTokens | undefined
  /** No request is sent before this instant. */
  retryAt?: number | undefined
}
