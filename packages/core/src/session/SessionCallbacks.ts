import type { AuthEvent } from '../types/AuthEvent.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'

/** What a session reports to its client. */
export interface SessionCallbacks {
  onChange: () => void
  onEvent: (event: AuthEvent) => void
  tellTabs: (held: HeldTokens) => void
}
