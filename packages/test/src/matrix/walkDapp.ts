import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { Row } from './rows.ts'

const has = (page: Page, id: string, text: string) =>
  page.getByTestId(id).filter({ hasText: text }).waitFor()

/** Signs in, calls the API, reloads, calls again, signs out, reloads. */
export async function walkDapp(page: Page, { connect }: Row): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (connect) {
    const choice = page.getByRole('button', { name: connect.open }).first()
    await choice.waitFor()
    // Theirs is open, and not ours.
    expect(await page.locator('dialog.takokit-dialog[open]').count()).toBe(0)
    await choice.click()
  }
  await has(page, 'session', 'signedIn')
  const call = async () => {
    await page.getByRole('button', { name: 'Ignore bid 70' }).click()
    await has(page, 'answer', '200')
  }
  await call()
  const html = (await (await page.reload())?.text()) ?? ''
  expect(html).toContain('<title>dapp</title>')
  // A JSON Web Token begins with it.
  expect(html).not.toContain('eyJ')
  await has(page, 'session', 'signedIn')
  await call()
  await page.getByRole('button', { name: /Account \u2068?0xf39F/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await has(page, 'session', 'signedOut')
  await page.reload()
  await has(page, 'session', 'signedOut')
}
