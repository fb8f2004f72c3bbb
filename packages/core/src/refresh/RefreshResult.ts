import type { AttemptResult } from './AttemptResult.ts'

/** The final result of a refresh. */
export type RefreshResult = Exclude<AttemptResult, { type: 'again' }>
