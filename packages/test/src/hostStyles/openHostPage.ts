import type { Browser, CDPSession, Page } from 'playwright'
import type { BuiltDapp } from '../compat/buildDapp.ts'
import { openDapp } from '../compat/openDapp.ts'
import { readLook } from './readLook.ts'

export interface HostPage {
  page: Page
  /** Has the page stand still, and reads how the kit looks now, to be compared with. */
  keep: () => Promise<unknown>
  /** Gives the page a stylesheet, before or after the kit's own, and tells what of the kit looks otherwise than it did. */
  compare: (css: string, place: 'before' | 'after') => Promise<string[]>
  /** Makes every element of the kit look as if it was hovered and the like. */
  force: (states: string[]) => Promise<void>
}

/** The built page in a browser, and what compares it with itself. */
export async function openHostPage(browser: Browser, dapp: BuiltDapp): Promise<HostPage> {
  const { page } = await openDapp(browser, dapp)
  const devtools: CDPSession = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  return {
    page,
    async keep() {
      await page.evaluate(stopTimers)
      await page.evaluate(readLook, 'keep' as const)
    },
    async compare(css, place) {
      const sheet = await page.addStyleTag({ content: css })
      if (place === 'before') await sheet.evaluate((style) => document.head.prepend(style as Node))
      const changed = await page.evaluate(readLook, 'compare' as const)
      await sheet.evaluate((style) => (style as Element).remove())
      return changed
    },
    async force(states) {
      const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
      const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
        nodeId: root.nodeId,
        selector: '.takokit, .takokit *',
      })
      for (const nodeId of nodeIds)
        await devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: states })
    },
  }
}

/** Runs in the page. What goes by itself after a while would be a difference. */
function stopTimers(): void {
  for (let id = Number(setTimeout(() => {})); id > 0; id--) clearTimeout(id)
}
