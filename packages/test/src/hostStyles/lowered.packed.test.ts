import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { openDapp } from '../compat/openDapp.ts'
import { hostDapp } from './hostDapp.ts'
import { lowerings } from './lowerings.ts'

const host = hostDapp()

const styles = join(inject('packed'), 'node_modules/@takokit/react/dist/styles')

const look = (page: Page) =>
  page.evaluate(() => {
    const read = (selector: string) => {
      const { color, backgroundColor, borderTopColor, fontSize, padding } = getComputedStyle(
        document.querySelector(selector) ?? document.body,
      )
      return { color, backgroundColor, borderTopColor, fontSize, padding }
    }
    return ['.takokit', '.takokit-button', '.takokit-dialog', '.takokit-wallet'].map(read)
  })

// The reset of Tailwind 3 is in no layer, and wins over what is in one.
const rows = Object.keys(lowerings)
  .flatMap((by) => ['styles.css', 'styles.layer.css'].map((name) => ({ name, by })))
  .filter(({ name, by }) => name === 'styles.css' || by !== 'Tailwind 3')

test.each(rows)(
  'behavior: $name lowered by $by for browsers of 2022 draws the same, in the theme of the page',
  async ({ name, by }) => {
    const lowered = (await lowerings[by]?.(join(styles, name))) ?? ''
    expect(lowered).toContain('takokit-wallet')
    expect(lowered).not.toMatch(/[^-]light-dark\(|&/)
    const { page } = await openDapp(host.browser, host.dapp)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lantern' }).waitFor()
    const seen = new Set<string>()
    for (const theme of ['light', 'dark', 'light']) {
      // As next-themes does: an inline style, and no rule in the page’s stylesheets.
      await page.evaluate((value) => {
        document.documentElement.style.setProperty('color-scheme', value)
      }, theme)
      await page.locator(`.takokit[data-takokit-theme=${theme}]`).first().waitFor()
      const plain = await look(page)
      seen.add(JSON.stringify(plain))
      const sheet = await page.addStyleTag({ content: lowered })
      await page.evaluate(() => {
        // Unlike `link.disabled`, this does not load the file again afterwards.
        for (const { sheet } of document.querySelectorAll('link')) if (sheet) sheet.disabled = true
      })
      expect(await look(page)).toEqual(plain)
      await sheet.evaluate((style) => (style as Element).remove())
      await page.evaluate(() => {
        for (const { sheet } of document.querySelectorAll('link')) if (sheet) sheet.disabled = false
      })
    }
    expect(seen.size).toBe(2)
    await page.close()
  },
)
