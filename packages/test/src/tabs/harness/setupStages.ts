import type { Browser, BrowserContext } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchShell } from './launchShell.ts'
import { openStage, type Stage, type StageOptions } from './openStage.ts'
import { type PageServer, servePage } from './servePage.ts'

/** One browser per file; each test gets a context, with storage of its own, and providers of its own. */
export function setupStages() {
  let browser: Browser | undefined
  let pages: PageServer | undefined
  const opened: { stage: Stage; context: BrowserContext }[] = []

  beforeAll(async () => {
    pages = await servePage()
    browser = await launchShell()
  })
  afterEach(async () => {
    for (const { stage, context } of opened.splice(0)) {
      await stage.close()
      await context.close()
    }
  })
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })

  return async (options: Omit<StageOptions, 'context' | 'pages'> = {}): Promise<Stage> => {
    if (!browser || !pages) throw new Error('The browser did not start.')
    const context = await browser.newContext()
    const stage = await openStage({ ...options, context, pages })
    opened.push({ stage, context })
    return stage
  }
}
