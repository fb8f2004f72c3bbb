import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildDapp } from '../compat/buildDapp.ts'
import { journey } from '../compat/journey.ts'
import { openDapp } from '../compat/openDapp.ts'
import { react18 } from '../compat/react18.ts'
import { wagmi2 } from '../compat/wagmi2.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchShell()
})
afterAll(() => browser.close())

/** Every pair of versions in the matrix, two in every run. */
const pairs = [
  { wagmi: 2, react: 18, isQuick: true },
  { wagmi: 3, react: 19, isQuick: true },
  { wagmi: 2, react: 19, isQuick: false },
  { wagmi: 3, react: 18, isQuick: false },
].filter(({ isQuick }) => isQuick || process.env.TAKOKIT_MATRIX === '1')

test.for(pairs)(
  'default: wagmi $wagmi with React $react, as installed: the whole journey',
  async ({ wagmi, react }) => {
    const dapp = await buildDapp({
      packed: inject('packed'),
      alias: react === 18 ? react18 : [],
      plugins: wagmi === 2 ? [wagmi2()] : [],
    })
    const copies = (pattern: RegExp) =>
      [...new Set(dapp.modules.flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort()
    expect(copies(/\/wagmi@(\d+)\.[^/]*\/node_modules\/wagmi\//)).toEqual([`${wagmi}`])
    expect(copies(/\/react@(\d+)\.[^/]*\/node_modules\/react\//)).toEqual([`${react}`])
    const { page, complaints } = await openDapp(browser, dapp)
    try {
      await journey(page)
      await page.reload()
      await page.getByRole('button', { name: 'Sign in' }).waitFor()
    } finally {
      await page.context().close()
    }
    expect(complaints).toEqual([])
  },
)
