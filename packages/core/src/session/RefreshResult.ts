import type { AttemptResult } from './AttemptResult.ts'

/** How refreshing ended for now. */
export type RefreshResult = Exclude<AttemptResult, { type: 'again' }>
