import { join } from 'node:path'
import type { Browser } from 'playwright'
import { launchShell } from '../../../../test/src/tabs/harness/launchShell.ts'
import { servePage } from '../servePage.ts'

/** Serves the page that opens an engine, and a browser for it, while something is measured. */
export async function withPeerPage<result>(
  peers: string,
  measure: (browser: Browser, url: string) => Promise<result>,
): Promise<result> {
  const page = await servePage(join(import.meta.dirname, 'page/main.ts'), peers)
  const browser = await launchShell()
  try {
    return await measure(browser, page.url)
  } finally {
    await browser.close()
    await page.close()
  }
}
