import type { Browser, Page } from 'playwright'
import { expect } from 'vitest'
import type { BuiltDapp } from '../compat/buildDapp.ts'
import './page/HostPage.ts'
import { type HostPage, openHostPage } from './openHostPage.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** The actions that lead to each step. */
export const steps: Record<string, (page: Page) => Promise<void>> = {
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
    const dialog = page.locator('.takokit-dialog[data-status=failed]')
    await dialog.waitFor()
    await settle(page)
    await dialog.locator('summary').click()
  },
  async refused(page) {
    await page.evaluate(() => window.hostPage.controls?.next('reject', { method: 'personal_sign' }))
    await press(page, 'Sign in')
    await press(page, 'Harbour')
    await page.locator('.takokit-notice').waitFor()
  },
  async 'account menu'(page) {
    await press(page, 'Sign in')
    await press(page, 'Harbour')
    await press(page, /^Account/)
    await page.getByRole('button', { name: 'Sign out' }).waitFor()
  },
}

export interface OpenAtParameters {
  browser: Browser
  dapp: BuiltDapp
  step: string
  theme: 'light' | 'dark'
}

/** Opens the page at a step of the sign-in. */
export async function openAt({ browser, dapp, step, theme }: OpenAtParameters): Promise<HostPage> {
  const host = await openHostPage(browser, dapp)
  await host.page.emulateMedia({ colorScheme: theme, reducedMotion: 'no-preference' })
  // The font family belongs to the page: the only property that every sheet here may set.
  await host.page.evaluate((name) => {
    document.documentElement.style.setProperty('--takokit-font', 'sans-serif')
    document.documentElement.dataset.takokitTheme = name
  }, theme)
  await steps[step]?.(host.page)
  await settle(host.page)
  return host
}

/** Waits until no step that ended fades, and nothing glides. What turns for ever goes on. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('.takokit [inert], [data-leaving]') &&
      document
        .getAnimations()
        .every(
          (one) =>
            one.effect?.getComputedTiming().endTime === Infinity || one.playState === 'finished',
        ),
  )
}
