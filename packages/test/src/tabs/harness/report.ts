import type { Page } from 'playwright'
import type { TestContext } from 'vitest'
import '../page/TabKit.ts'
import type { Providers } from './serveProviders.ts'

/** What a scenario cost, as one row of a table. */
export interface TabsReport {
  requests: number
  /** Presentations of a refresh token that had been used. */
  reuses: number
  signedIn: number
  tabs: number
}

declare module 'vitest' {
  interface TaskMeta {
    tabs?: TabsReport
  }
}

/** Notes what a scenario cost, for `pnpm test:tabs`, and hands it back to be judged. */
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
