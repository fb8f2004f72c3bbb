import type { RefObject } from 'react'
import type { Flow } from '../flow/Flow.ts'
import type { PageControl } from './PageControl.ts'
import type { PageDialog } from './PageDialog.ts'

/** First the control that the attempt began at, even if it has left the page; then those on the page. */
export function controlsOf(
  { controls, beganAt }: PageDialog,
  flow: Flow,
): RefObject<PageControl>[] {
  const began = beganAt.get(flow)
  const here = [...controls].flatMap(([control, one]) => (one === flow ? [control] : []))
  return began ? [began, ...here] : here
}
