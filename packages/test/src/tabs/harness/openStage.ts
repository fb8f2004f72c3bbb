import type { BrowserContext, Page } from 'playwright'
import type { TabOptions } from '../page/TabOptions.ts'
import type { PageServer } from './serveFiles.ts'
import { type Providers, type ProvidersOptions, serveProviders } from './serveProviders.ts'

export interface StageOptions {
  context: BrowserContext
  pages: PageServer
  providers?: ProvidersOptions
  tab?: Partial<Omit<TabOptions, 'apiUrl'>>
}

/** Providers of one test, and tabs of one origin that use them. */
export interface Stage {
  context: BrowserContext
  api: Providers
  address: (options?: Partial<TabOptions>) => string
  openTab: (options?: Partial<TabOptions>) => Promise<Page>
  openTabs: (count: number, options?: Partial<TabOptions>) => Promise<Page[]>
  close: () => Promise<void>
}

export async function openStage(options: StageOptions): Promise<Stage> {
  const { context, pages } = options
  const api = await serveProviders(options.providers)

  function address(changed: Partial<TabOptions> = {}): string {
    const tabOptions: TabOptions = {
      apiUrl: api.url,
      storage: 'vault',
      timing: {},
      ...options.tab,
      ...changed,
    }
    return `${pages.url}/?options=${encodeURIComponent(JSON.stringify(tabOptions))}`
  }

  async function openTab(changed?: Partial<TabOptions>): Promise<Page> {
    const page = await context.newPage()
    await page.goto(address(changed))
    await page.waitForFunction(() => 'kit' in window)
    return page
  }

  return {
    context,
    api,
    address,
    openTab,
    openTabs: (count, changed) =>
      Promise.all(Array.from({ length: count }, () => openTab(changed))),
    async close() {
      await Promise.all(context.pages().map((page) => page.close()))
      await api.close()
    },
  }
}
