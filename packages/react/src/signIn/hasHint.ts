import type { SignInStatus } from '../flow/SignInStatus.ts'

/** Whether a step has a sentence under its title. An error is its own, and is told by itself. */
export const hasHint = (status: SignInStatus): boolean =>
  /^(connecting|ready|signing|exchanging)$/.test(status)
