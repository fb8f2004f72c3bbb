import type { TakoTokenAnswer } from '../providers/tako/wire.ts'
import type { TakoErrorCode } from '../providers/tako/takoErrors.ts'
import type { Clock } from './Clock.ts'
import type { EmulatorEvent } from './EmulatorEvent.ts'
import type { ProviderControls } from './ProviderControls.ts'

/** A `fetch` that ends in the emulator. The third argument is what a server knows beside the request. */
export type EmulatorFetch = (
  input: RequestInfo | URL,
  init?: RequestInit,
  connection?: { clientAddress?: string },
) => Promise<Response>

/** What a test or a demo can do to the emulator. */
export interface EmulatorControls {
  /** Moves all four providers. */
  clock: Clock
  tako: ProviderControls<TakoTokenAnswer, TakoErrorCode>
  /** The newest 1000 events, redacted. */
  log: {
    /** Events whose `seq` is greater, oldest first. */
    entries(afterSeq?: number): EmulatorEvent[]
    clear(): void
  }
  /** Calls back with each event; returns how to stop. */
  onRequest(listener: (event: EmulatorEvent) => void): () => void
  setAllowedOrigins(origins: '*' | readonly string[]): void
}

export interface Emulator {
  fetch: EmulatorFetch
  controls: EmulatorControls
}
