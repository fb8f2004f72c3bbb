import type { Page } from 'playwright'
import type { TestContext } from 'vitest'
import '../page/TabKit.ts'
import type { Providers } from './serveProviders.ts'

/** The cost of a scenario, as one row of a table. */
export interface TabsReport {
  requests: number
  /** Requests with a refresh token that was used before. */
  reuses: number
  signedIn: number
  tabs: number
}

declare module 'vitest' {
  interface TaskMeta {
    tabs?: TabsReport
  }
}

/** Records the cost of a scenario for `pnpm test:tabs`, and returns it for assertions. */
export async function report(
  { task }: Pick<TestContext, 'task'>,
  api: Providers,
  tabs: readonly Page[],
): Promise<TabsReport> {
  const sessions = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.session())))
  const { requests, reuses } = api.counters()
  const signedIn = sessions.filter(({ status }) => status === 'signedIn').length
  const result: TabsReport = { requests, reuses, signedIn, tabs: tabs.length }
  task.meta.tabs = result
  return result
}
