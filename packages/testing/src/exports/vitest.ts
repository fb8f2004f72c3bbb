import { expect } from 'vitest'
import { type SessionOf, takokitMatchers } from '../matchers/takokitMatchers.ts'

declare module 'vitest' {
  // Declarations that merge have the same parameters.
  // oxlint-disable-next-line typescript/no-explicit-any
  interface Matchers<T = any> {
    /** The client, or the world's client, has a session. */
    toBeSignedIn(which?: SessionOf): T
    /** It has none, and none is being restored or begun. */
    toBeSignedOut(which?: SessionOf): T
  }
}

expect.extend(takokitMatchers)
