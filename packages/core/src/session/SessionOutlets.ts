import type { AuthEvent } from '../types/AuthEvent.ts'
import type { Grant } from './Grant.ts'

/** What a session tells the client that it belongs to. */
export interface SessionOutlets {
  onChange: () => void
  onEvent: (event: AuthEvent) => void
  tellTabs: (grant: Grant) => void
}
