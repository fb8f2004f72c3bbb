import type { Route } from 'playwright'
import { expect, test } from 'vitest'
import { launchDemo } from './launchDemo.ts'

const demo = launchDemo()

test('behavior: what opens later cannot be loaded at first: the demo says so, and a retry really asks again', async () => {
  let isDown = false
  const refused: string[] = []
  const served: string[] = []
  await demo.context().route('**/*.js', (route: Route) => {
    const url = route.request().url()
    if (isDown) refused.push(url)
    else served.push(url)
    return isDown ? route.abort() : route.continue()
  })
  // It would load what opens later, to show it.
  await demo.context().route('**/OpenDialog-*.js', (route: Route) => route.abort())
  // Simulates a network that drops after the page has been drawn.
  await demo.context().addInitScript(() => {
    Object.assign(globalThis, { requestIdleCallback: () => 0 })
  })
  const page = await demo.open()
  const button = page.locator('.hero .takokit-button:visible')
  await expect.poll(() => button.textContent()).toBe('Sign in')
  expect(await page.locator('.shown iframe').count()).toBe(0)
  isDown = true
  await button.click()
  const line = page.getByText('Part of this page didn’t load.')
  await line.waitFor()
  await expect.poll(() => button.textContent()).toBe('Try again')
  expect(refused).not.toEqual([])

  isDown = false
  served.length = 0
  await button.click()
  await page.getByRole('dialog', { name: /^Open \u2068?Test Wallet/ }).waitFor()
  expect(served.filter((url) => refused.includes(url))).not.toEqual([])
  await line.waitFor({ state: 'detached' })
})
