import type { AuthEvent } from '../types/AuthEvent.ts'
import type { HeldTokens } from './HeldTokens.ts'

/** What a session tells the client that it belongs to. */
export interface SessionCallbacks {
  onChange: () => void
  onEvent: (event: AuthEvent) => void
  tellTabs: (held: HeldTokens) => void
}
