import type { Page } from 'playwright'
import { expect } from 'vitest'

const address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

/** The buttons by which each kit connects and signs in. */
const steps: Record<string, readonly (string | RegExp)[]> = {
  rainbowkit: ['Connect Wallet', /Matrix Wallet/, /Sign message/],
  connectkit: ['Connect Wallet', /Matrix Wallet/, /Sign In/],
  appkit: [/Connect Wallet/, /Matrix Wallet/, 'Sign'],
}

export interface MigrateParameters {
  page: Page
  kit: string
  /** Puts the dapp with ours in the place of the one before. */
  upgrade: () => void
  /** What the backend was asked, as `POST /api/verify`. */
  asked: readonly string[]
}

/** Signs in with a kit's own sign-in, upgrades, and goes on with ours: the same browser, and the same backend. */
export async function migrate({ page, kit, upgrade, asked }: MigrateParameters): Promise<void> {
  const me = () =>
    page.evaluate(
      async () => ((await (await fetch('/api/me')).json()) as { address?: string }).address,
    )
  const has = (status: string) => page.getByTestId('session').filter({ hasText: status }).waitFor()
  const signatures = () => asked.filter((call) => call === 'POST /api/verify').length
  const signOut = async () => {
    await page.getByRole('button', { name: /Account \u2068?0xf39F/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await has('signedOut')
    await expect.poll(me).toBeUndefined()
  }

  for (const name of steps[kit] ?? [])
    await page.getByRole('button', { name, exact: true }).first().click()
  await expect.poll(me).toBe(address)
  expect(signatures()).toBe(1)

  upgrade()
  await page.reload()
  // The cookie is the session: who was signed in still is, and the wallet is not asked.
  await has('signedIn')
  expect(signatures()).toBe(1)
  await signOut()

  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await has('signedIn')
  expect(await me()).toBe(address)
  expect(signatures()).toBe(2)
  await page.reload()
  await has('signedIn')
  await signOut()
  await page.reload()
  await has('signedOut')
}
