import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { launchDemo } from './launchDemo.ts'

const demo = launchDemo()

const approve = (page: Page) =>
  page.locator('[data-takokit-approval]').getByRole('button', { name: 'Approve' }).click()

describe('your own backend', () => {
  test('default: signs in by a challenge of the page’s server, calls an API, survives a reload and signs out', async () => {
    const page = await demo.open('/#own-backend')
    const hero = page.locator('.hero')
    await hero.getByRole('button', { name: 'Sign in' }).click()
    await approve(page)
    await page.locator('[data-takokit-approval]').getByText('Chain ID: 1').waitFor()
    await approve(page)
    await hero.getByRole('button', { name: /Account/ }).waitFor()
    await page.getByRole('button', { name: 'Who am I?' }).click()
    const answer = page.getByTestId('own-answer')
    await expect
      .poll(() => answer.textContent())
      .toMatch(/^HTTP 200\s+{\s+"hello": "0x[0-9a-fA-F]{40}"/)

    await page.reload()
    await hero.getByRole('button', { name: /Account/ }).click()
    await page
      .getByRole('menuitem', { name: 'Sign out' })
      .or(page.getByRole('button', { name: 'Sign out' }))
      .first()
      .click()
    await expect.poll(() => page.getByTestId('own-status').textContent()).toBe('signedOut')
    await page.getByRole('button', { name: 'Who am I?' }).click()
    await expect.poll(() => answer.textContent()).toContain('Nobody is signed in')
  })
})
