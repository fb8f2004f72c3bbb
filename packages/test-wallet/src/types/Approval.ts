import type { PendingRequest } from './PendingRequest.ts'

/**
 * Who decides: `'auto'` approves at once, `'manual'` waits for `controls.approve` or the approval window,
 * a function answers for itself (false rejects with 4001).
 */
export type Approval = 'auto' | 'manual' | ((request: PendingRequest) => boolean | Promise<boolean>)
