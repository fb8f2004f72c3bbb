import { test as base } from '@playwright/test'
import type { Emulator } from '@takokit/emulator'
import { installTakokit } from './installTakokit.ts'
import type { InstalledTakokit, PageWallet } from './PageWallet.ts'
import type { TakokitOptions } from './TakokitOptions.ts'

/** What a test receives beside Playwright's own fixtures. */
export interface TakokitFixtures {
  /** Options for all pages of the test: set them by `test.use({ takokit: … })`. */
  takokit: TakokitOptions
  /** The first wallet. */
  wallet: PageWallet
  wallets: readonly PageWallet[]
  /** The controls of the emulated APIs. */
  emulator: Emulator['controls']
  /** Installed for every test, before its page opens. */
  installed: InstalledTakokit & { emulator: Emulator['controls'] }
}

/**
 * Playwright's `test`, where each page has a wallet, and the emulated APIs in the place of the real ones.
 *
 * @example
 * ```ts
 * import { expect, test } from '@takokit/testing/playwright'
 *
 * test.use({ takokit: { wallets: [{ approval: 'manual' }] } })
 *
 * test('signs in', async ({ page, wallet }) => {
 *   await page.goto('/')
 *   await page.getByRole('button', { name: 'Sign in' }).click()
 *   await wallet.approve() // connect
 *   await wallet.approve() // sign
 *   await expect(page.getByRole('button', { name: /Account/ })).toBeVisible()
 * })
 * ```
 */
export const test = base.extend<TakokitFixtures>({
  takokit: [{}, { option: true }],
  installed: [
    async ({ context, takokit }, use) => use(await installTakokit(context, takokit)),
    { auto: true },
  ],
  wallet: async ({ installed }, use) => use(installed.wallet),
  wallets: async ({ installed }, use) => use(installed.wallets),
  emulator: async ({ installed }, use) => use(installed.emulator),
})
