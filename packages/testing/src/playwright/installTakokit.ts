import type { BrowserContext } from '@playwright/test'
import { createEmulator, type Emulator } from '@takokit/emulator'
import { createTestWallet } from '@takokit/test-wallet'
import { defaultUrls } from '../urls/defaultUrls.ts'
import type { InstalledTakokit, PageWallet } from './PageWallet.ts'
import { injectWallets } from './injectWallets.ts'
import { routeRequests } from './routeRequests.ts'
import type { TakokitOptions } from './TakokitOptions.ts'
import { toPageWallet } from './toPageWallet.ts'

/**
 * Gives the pages of a Playwright context wallets, and the emulated APIs in the place of the real ones. Call it before a page
 * opens. With Playwright's own runner, use the fixtures of `@takokit/testing/playwright` instead.
 *
 * @example
 * ```ts
 * import { chromium } from '@playwright/test'
 * import { installTakokit } from '@takokit/testing/playwright-library'
 *
 * const browser = await chromium.launch()
 * const context = await browser.newContext()
 * const { wallet, emulator } = await installTakokit(context, { wallets: [{ approval: 'manual' }] })
 * const page = await context.newPage()
 * await page.goto('http://localhost:5173')
 * await page.getByRole('button', { name: 'Sign in' }).click()
 * await wallet.approve() // connect
 * await wallet.approve() // sign
 * console.log(emulator.tako.counters().signIns)
 * ```
 *
 * @throws {RangeError} For a list of no wallets.
 */
export async function installTakokit(
  context: BrowserContext,
  options: TakokitOptions = {},
): Promise<InstalledTakokit & { emulator: Emulator['controls'] }> {
  const { wallets: asked = [{}], urls = defaultUrls, servers, allowNetwork = false } = options
  if (asked.length === 0) throw new RangeError('A context needs at least one wallet.')
  const wallets = asked.map((wallet) => createTestWallet(wallet))
  const emulator = createEmulator(options.emulator)
  const apis = Object.fromEntries(urls.map((url) => [url, emulator.fetch]))
  await routeRequests(context, { servers: { ...apis, ...servers }, allowNetwork })
  await injectWallets(context, wallets)
  const pageWallets = wallets.map(toPageWallet)
  const [wallet] = pageWallets as [PageWallet, ...PageWallet[]]
  return { wallet, wallets: pageWallets, emulator: emulator.controls }
}
