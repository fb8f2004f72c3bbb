import { resolve } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildDapp, type BuiltDapp } from '../compat/buildDapp.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import './page/HostPage.ts'
import { type HostPage, openHostPage } from './openHostPage.ts'
import { pageSheets } from './pageSheets.ts'

let browser: Browser
let dapp: BuiltDapp
beforeAll(async () => {
  browser = await launchShell()
  dapp = await buildDapp({ root: resolve(import.meta.dirname, 'page'), mode: 'production' })
})
afterAll(() => browser.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** How a person gets there. */
const steps: Record<string, (page: Page) => Promise<void>> = {
  async button(page) {
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
  },
  async 'wallet choice'(page) {
    await press(page, 'Sign in')
    await page.getByRole('dialog').getByRole('button', { name: 'Lantern' }).waitFor()
  },
  async signing(page) {
    await page.evaluate(() => window.hostPage.controls?.next('hang', { method: 'personal_sign' }))
    await press(page, 'Sign in')
    await press(page, 'Harbour')
    const fold = page.locator('.takokit-dialog[data-status=signing] details')
    const isFolded = await fold
      .locator('pre')
      .evaluate((text) => !text.checkVisibility({ contentVisibilityAuto: true }))
    expect(isFolded).toBe(true)
    await fold.locator('summary').click()
  },
  async failed(page) {
    await page.evaluate(() =>
      window.hostPage.controls?.next('wrong-account', { method: 'personal_sign' }),
    )
    await press(page, 'Sign in')
    await press(page, 'Harbour')
    await page.locator('.takokit-dialog[data-status=failed] summary').click()
  },
  async 'account menu'(page) {
    await press(page, 'Sign in')
    await press(page, 'Harbour')
    await press(page, /^Account/)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  },
}

async function openAt(step: string, theme: 'light' | 'dark'): Promise<HostPage> {
  const host = await openHostPage(browser, dapp)
  await host.page.emulateMedia({ colorScheme: theme, reducedMotion: 'no-preference' })
  // The family is the page's: the one thing that every sheet here may set.
  await host.page.evaluate((name) => {
    document.documentElement.style.setProperty('--takokit-font', 'sans-serif')
    document.documentElement.dataset.takokitTheme = name
  }, theme)
  await steps[step]?.(host.page)
  return host
}

/** What each stylesheet changes. */
async function compareAll(host: HostPage, place: 'before' | 'after', names: string[]) {
  await host.keep()
  const found: Record<string, string[]> = {}
  for (const name of names) {
    const changed = await host.compare(pageSheets[name] ?? '', place)
    if (changed.length > 0) found[name] = [`${changed.length} differences`, ...changed.slice(0, 9)]
  }
  return found
}

const all = Object.keys(pageSheets)
/** Those that have most rules, and layers. */
const hardest = [
  'absurd',
  'Bootstrap',
  'Tailwind 3, layered',
  'Tailwind 4, layered',
  'Pico',
  'Bulma',
]

test.each(Object.keys(steps))('behavior: no stylesheet of a page changes it, %s', async (step) => {
  const host = await openAt(step, 'light')
  expect.soft(await compareAll(host, 'after', all)).toEqual({})
  expect.soft(await compareAll(host, 'before', hardest), 'before the kit').toEqual({})
  await host.force(['hover', 'active', 'focus', 'focus-visible', 'focus-within'])
  expect.soft(await compareAll(host, 'after', all), 'hovered, pressed, focused').toEqual({})
  await host.page.close()
})

test.each(Object.keys(steps))('behavior: nor in the dark, %s', async (step) => {
  const host = await openAt(step, 'dark')
  expect(await compareAll(host, 'after', hardest)).toEqual({})
  await host.page.close()
})

test('behavior: what this measures: the same rules in a layer are changed by every one', async () => {
  const host = await openAt('signing', 'light')
  await host.page.evaluate(async () => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
      const style = document.createElement('style')
      style.textContent = `@layer takokit { ${await (await fetch(link.href)).text()} }`
      link.replaceWith(style)
    }
  })
  const unlayered = all.filter((name) => !name.endsWith(', layered'))
  expect(Object.keys(await compareAll(host, 'after', unlayered))).toEqual(unlayered)
  await host.page.close()
})
