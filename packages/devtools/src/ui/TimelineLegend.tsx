'use client'

import { Isolated } from './Isolated.tsx'
import { LegendList } from './LegendList.tsx'

/**
 * What the marks of `SessionTimeline` mean.
 *
 * @example
 * ```tsx
 * import { SessionTimeline, TimelineLegend } from '@takokit/devtools/panel'
 *
 * export const Status = () => (
 *   <>
 *     <SessionTimeline />
 *     <TimelineLegend />
 *   </>
 * )
 * ```
 */
export function TimelineLegend() {
  return (
    <Isolated>
      <LegendList />
    </Isolated>
  )
}
