import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { openPeerTabs } from '../tabs/openPeerTabs.ts'
import type { Outage } from './RecoveryReport.ts'

/** What is longer than this is not waited for. */
const patienceS = 120

interface MeasureRecoveryParameters {
  browser: Browser
  url: string
  engine: string
  outage: Outage
}

/**
 * Seconds from the return of a server that answered with 500, with the token expired, to its first refresh, to a second exactly. All
 * clocks go a second at a time, faster than real ones. `null`: it never came.
 */
export async function measureRecovery({
  browser,
  url,
  engine,
  outage: { outageS, isAsked },
}: MeasureRecoveryParameters): Promise<number | null> {
  const stage = await openPeerTabs({ browser, url, engine, count: 1 })
  const { server, tabs } = stage
  let asked: Promise<unknown> | undefined
  /** An application that asks again as soon as it was told that there is no token. */
  function ask(): void {
    if (!isAsked) return
    asked ??= tabs[0]
      ?.evaluate(() =>
        window.peer.token().then(
          () => {},
          () => {},
        ),
      )
      // The page may close before it is answered.
      .catch(() => {})
      .finally(() => {
        asked = undefined
      })
  }
  try {
    server.setDown(true)
    await stage.expire()
    // Of a long outage not each second is played.
    const stepS = Math.max(1, outageS / 60)
    for (let second = 0; second < outageS; second += stepS) {
      ask()
      await stage.advance(stepS * 1_000)
      await pause(80)
    }
    server.setDown(false)
    const upAt = server.now()
    for (let second = 0; second < patienceS && server.backAt() === undefined; second++) {
      ask()
      await stage.advance(1_000)
      await pause(80)
    }
    const backAt = server.backAt()
    return backAt === undefined ? null : Math.round((backAt - upAt) / 1_000)
  } finally {
    await stage.close()
  }
}
