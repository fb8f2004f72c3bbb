import type { Browser } from 'playwright'
import { openPeerTabs } from './openPeerTabs.ts'
import type { TabsRow } from './TabsReport.ts'

interface Parameters {
  browser: Browser
  url: string
  engine: string
}

/** Timers that fire in an hour in which nothing is due, in one visible tab. */
export async function measureWakeUps({ browser, url, engine }: Parameters): Promise<number> {
  const stage = await openPeerTabs({ browser, url, engine, count: 1, lifetimeS: 24 * 3_600 })
  try {
    const [tab] = stage.tabs
    if (!tab) return Number.NaN
    await tab.evaluate(() => {
      window.firedTimers = 0
    })
    await tab.clock.runFor(3_600_000)
    return await tab.evaluate(() => window.firedTimers)
  } finally {
    await stage.close()
  }
}

/** 20 calls at once whose token the API refuses before its time. */
export async function measureRefused({
  browser,
  url,
  engine,
}: Parameters): Promise<TabsRow['refused']> {
  const stage = await openPeerTabs({ browser, url, engine, count: 1 })
  try {
    stage.server.refuseAccess()
    const statuses = await stage.tabs[0]?.evaluate((url) => {
      const calls = Array.from({ length: 20 }, () => window.peer.call(url).catch(() => 0))
      return Promise.all(calls)
    }, `${stage.server.url}/call`)
    const ok = statuses?.filter((status) => status === 200).length ?? 0
    return { requests: stage.server.counts().requests, ok }
  } finally {
    await stage.close()
  }
}
