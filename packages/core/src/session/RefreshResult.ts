import type { Presentation } from './Presentation.ts'

/** How refreshing ended for now. */
export type RefreshResult = Exclude<Presentation, { type: 'again' }>
