import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchShell } from './harness/launchShell.ts'
import { openStage } from './harness/openStage.ts'
import { type PageServer, servePage } from './harness/servePage.ts'
import './page/TabKit.ts'

let browser: Browser
let pages: PageServer

beforeAll(async () => {
  ;[browser, pages] = await Promise.all([launchShell(), servePage()])
})
afterAll(async () => {
  await browser?.close()
  await pages?.close()
})

test('eight', async () => {
  const context = await browser.newContext()
  const stage = await openStage({
    context,
    pages,
    providers: { tako: { reuse: 'strict', accessLifetimeMs: 10_000 } },
    tab: { timing: { softRatio: 0.05, jitterRatio: 0 } },
  })
  const { api } = stage
  api.controls.onRequest(({ phase, route }) => {
    if (phase === 'received' && route === 'refresh' && api.refreshes().length >= 10)
      api.controls.tako.setLifetimes({ accessMs: 3_600_000 })
  })
  const tabs = await stage.openTabs(8)
  await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
  const t = performance.now()
  const last = await Promise.all(tabs.map((tab) => tab.evaluate(() => window.kit.until({ gen: 11 }))))
  console.log(performance.now() - t, api.counters(), last.map((x) => [x.status, x.gen, x.refreshedBy]))
  expect(api.counters()).toMatchObject({ requests: 10, reuses: 0, overlaps: 0 })
  await stage.close()
  await context.close()
})
