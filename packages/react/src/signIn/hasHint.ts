import type { SignInStatus } from '../flow/SignInStatus.ts'

/** Whether a step has a sentence under its title. An error has its own, and announces it. */
export const hasHint = (status: SignInStatus): boolean =>
  /^(connecting|ready|signing|exchanging)$/.test(status)
