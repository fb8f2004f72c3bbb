import { expect, test } from '@takokit/testing/playwright'

test.use({ takokit: { wallets: [{ name: 'Harbour', approval: 'manual' }] } })

test('signs in', async ({ page, wallet }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Harbour' }).click()
  await wallet.approve() // connect
  await wallet.approve() // sign
  await expect(page.getByRole('button', { name: /Account/ })).toBeVisible()
})
