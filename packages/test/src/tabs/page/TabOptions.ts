import type { EngineOptions } from '@takokit/core'

/** How the page makes its client; travels in the page's address. */
export interface TabOptions {
  /** Where the emulator is. */
  apiUrl: string
  storage: 'vault' | 'memory' | 'local' | 'session'
  timing: Partial<EngineOptions>
  /** Tako is behind a relay of the page's own server. */
  isRelayed?: boolean | undefined
  /** What `Math.random` says, always: jitter and back-off are then the same in each run. */
  random?: number | undefined
}
