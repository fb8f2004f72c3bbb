import { expect, test } from 'vitest'
import { breakApi } from '../refused/breakApi.ts'
import { launchDemo } from './launchDemo.ts'

const demo = launchDemo()

/** What Firefox refuses a page whose site data is blocked. */
const refused = ['BroadcastChannel', 'indexedDB', 'localStorage', 'sessionStorage'] as const

test('behavior: where site data is blocked, the demo is drawn, signs in, and changes its theme', async () => {
  for (const path of refused)
    await demo.context().addInitScript(breakApi, { path, how: 'throws' as const })
  const page = await demo.open()
  await page.locator('.hero').getByRole('button', { name: 'Sign in' }).click()
  const approval = page.locator('[data-takokit-approval]')
  await approval.getByRole('button', { name: 'Approve' }).click()
  await approval.getByText('ACCOUNT:').waitFor()
  await approval.getByRole('button', { name: 'Approve' }).click()
  await page
    .locator('.hero')
    .getByRole('button', { name: /Account/ })
    .waitFor()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark')
})
