import type { EngineOptions } from '@takokit/core'

/** The options of the page's client, passed in the page's URL. */
export interface TabOptions {
  /** The address of the emulator. */
  apiUrl: string
  storage: 'vault' | 'memory' | 'local' | 'session'
  timing: Partial<EngineOptions>
  /** Tako is behind a relay of the page's own server. */
  isRelayed?: boolean | undefined
  /** What `Math.random` says, always: jitter and back-off are then the same in each run. */
  random?: number | undefined
}
