import type { Page } from 'playwright'
import { expect } from 'vitest'
import './dapp/DappKit.ts'

const has = (page: Page, id: string, pattern: RegExp) =>
  page.getByTestId(id).filter({ hasText: pattern }).waitFor()

/** Connects, signs in, calls with the token, refreshes and counts the renders, signs out. */
export async function journey(page: Page): Promise<void> {
  const token = page.getByTestId('token')
  const renders = () => page.evaluate(() => ({ ...window.dapp.renders }))

  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Second Wallet' }).click()
  await has(page, 'session', /^signedIn 0x7099/)
  await page.getByRole('button', { name: /Account \u2068?0x7099/ }).waitFor()
  expect(await page.evaluate(() => window.dapp.button.current?.dataset.status)).toBe('signedIn')

  await page.getByRole('button', { name: 'Call' }).click()
  await has(page, 'answer', /^200$/)

  const before = await token.textContent()
  const { session = 0, token: tokens = 0 } = await renders()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect.poll(() => token.textContent()).not.toBe(before)
  await expect.poll(renders).toMatchObject({ session, token: tokens + 1 })

  await page.getByRole('button', { name: /Account \u2068?0x7099/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await has(page, 'session', /^signedOut$/)
  expect(await token.textContent()).toBe('')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  // StrictMode runs effects twice, but the wallet was asked once.
  expect(await page.evaluate(() => window.dapp.prompts())).toEqual([0, 1])
}
