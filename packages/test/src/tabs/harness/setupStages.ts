import type { Browser } from 'playwright'
import { afterAll, beforeAll, type TestContext } from 'vitest'
import { launchShell } from './launchShell.ts'
import { openStage, type Stage, type StageOptions } from './openStage.ts'
import type { PageServer } from './serveFiles.ts'
import { servePage } from './servePage.ts'

/** One browser per file. Each test gets a context with its own storage, and its own providers. */
export function setupStages() {
  let browser: Browser | undefined
  let pages: PageServer | undefined

  beforeAll(async () => {
    pages = await servePage()
    browser = await launchShell()
  })
  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })

  return async (
    { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
    options: Omit<StageOptions, 'context' | 'pages'> = {},
  ): Promise<Stage> => {
    if (!browser || !pages) throw new Error('The browser did not start.')
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const stage = await openStage({ ...options, context, pages })
    onTestFinished(stage.close)
    return stage
  }
}
