import type { Browser, CDPSession, Page } from 'playwright'
import type { BuiltDapp } from '../compat/buildDapp.ts'
import { openDapp } from '../compat/openDapp.ts'
import { readLook } from './readLook.ts'

export interface HostPage {
  page: Page
  /** Freezes the page and stores how the kit looks now, as the reference. */
  keep: () => Promise<unknown>
  /** Adds a stylesheet to the page, before or after the kit's own, and returns how the kit differs from the reference. */
  compare: (css: string, place: 'before' | 'after') => Promise<string[]>
  /** Forces states such as `:hover` on every element of the kit. */
  force: (states: string[]) => Promise<void>
}

/** Opens the built page in a browser, with functions that compare it with itself. */
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

/** Runs in the page. A change that a timer makes would count as a difference. */
function stopTimers(): void {
  for (let id = Number(setTimeout(() => {})); id > 0; id--) clearTimeout(id)
}
