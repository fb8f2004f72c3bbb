import type { PendingRequest } from './PendingRequest.ts'

/**
 * How requests are decided: `'auto'` approves at once, `'manual'` waits for `controls.approve` or the approval window, a
 * function decides itself (false rejects with 4001).
 */
export type Approval = 'auto' | 'manual' | ((request: PendingRequest) => boolean | Promise<boolean>)
