import type { Browser, Page } from 'playwright'

interface TraceEvent {
  name: string
  ts: number
  args?: { data?: { score?: number; had_recent_input?: boolean } }
}

/** What Chromium's own trace of a page says, as Lighthouse reads it. */
export interface Trace {
  /** When something was painted first, microseconds; `undefined` if nothing was. */
  paintedAt: number | undefined
  /** How much moved without being asked: the sum of the shifts' scores. */
  shift: number
}

/** Traces what a page does meanwhile. */
export async function traceOf(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<Trace> {
  await browser.startTracing(page, { categories: ['loading', 'devtools.timeline'] })
  let trace: Buffer
  try {
    await act()
  } finally {
    trace = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const shifts = traceEvents.filter(
    ({ name, args }) => name === 'LayoutShift' && !args?.data?.had_recent_input,
  )
  return {
    paintedAt: traceEvents.find(({ name }) => name === 'firstContentfulPaint')?.ts,
    shift: shifts.reduce((sum, { args }) => sum + (args?.data?.score ?? 0), 0),
  }
}
