import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

const family = '👨‍👩‍👧‍👦'
const names = [`${'W'.repeat(200)}`, `${family.repeat(70)}`, 'محفظة (البحر) 2', `${family} Harbour`]

withoutMotion()

test.each(names)(
  'behavior: a name isolated, cut between characters, no wider than its dialog: %s',
  async (name) => {
    await page.viewport(800, 700)
    const world = createWorld({ wallets: [{ name }, { name: 'Lantern' }] })
    await render(
      <App world={world}>
        <TakoSignIn />
      </App>,
    )
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    const bdi = document.querySelector('.takokit-wallet bdi')
    const shown = bdi?.textContent ?? ''
    expect(name.startsWith(shown.replace('…', ''))).toBe(true)
    const count = [...new Intl.Segmenter().segment(shown)].length
    expect(count).toBeLessThanOrEqual(61)
    // Whole families only.
    expect(shown.replaceAll(family, '')).not.toMatch(/[👨👩👧👦]/u)
    const dialog = document.querySelector('.takokit-dialog')
    expect(dialog?.scrollWidth).toBe(dialog?.clientWidth)
    expect(dialog?.getBoundingClientRect().width).toBeLessThanOrEqual(360)
  },
)

test('behavior: a broken picture is the initial, in the list and while the wallet is asked', async () => {
  const icon = 'data:image/png;base64,bm90IGEgcGljdHVyZQ==' as const
  const wallets = [
    { name: `${family}Harbour`, icon, approval: 'manual' as const },
    { name: 'Lantern' },
  ]
  await render(
    <App world={createWorld({ wallets })}>
      <TakoSignIn />
    </App>,
  )
  await page.getByRole('button', { name: 'Sign in' }).click()
  const tile = () => document.querySelector('.takokit-wallet > [aria-hidden]')?.textContent
  await expect.poll(tile).toBe(family)
  await page.getByRole('button', { name: /Harbour/ }).click()
  const asked = () => document.querySelector('.takokit-asked > span')
  await expect.poll(() => asked()?.textContent).toBe(family)
  // It stands as large there as the picture would.
  const { fontSize, height } = getComputedStyle(asked() as Element)
  expect(Number.parseFloat(fontSize)).toBeGreaterThan(0.35 * Number.parseFloat(height))
})
