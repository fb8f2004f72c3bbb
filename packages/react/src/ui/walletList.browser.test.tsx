import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App, type AppProps } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { standStill } from '../testing/standStill.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

withoutMotion()

let world: World | undefined
afterEach(async () => {
  world?.client.dispose()
  await page.viewport(414, 896)
})

async function openList(count: number, props: Partial<AppProps> = {}, canScan = false) {
  const wallets = Array.from({ length: count }, (_, index) => ({ name: `Wallet ${index + 1}` }))
  world = createWorld({ wallets, canScan })
  await render(
    <App world={world} {...props}>
      <TakoSignIn />
    </App>,
  )
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByRole('list')).toBeVisible()
  standStill()
}

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
const boxOf = (selector: string) => find(selector).getBoundingClientRect()

test.each([
  { count: 2, height: 800 },
  { count: 6, height: 800 },
  { count: 12, height: 800 },
  { count: 30, height: 800 },
  { count: 30, height: 480 },
])(
  'behavior: $count wallets at $height px: the list alone scrolls, and shows that it does',
  async ({ count, height }) => {
    await page.viewport(414, height)
    await openList(count)
    const list = find('.takokit-wallets')
    const dialog = find('.takokit-dialog')
    expect(dialog.scrollHeight, 'the dialog does not scroll').toBeLessThanOrEqual(
      dialog.clientHeight,
    )
    const isCut = list.scrollHeight > list.clientHeight
    expect(isCut).toBe(count > 6)
    const head = boxOf('.takokit-header').top
    const guide = boxOf('.takokit-guide').bottom
    expect(guide).toBeLessThanOrEqual(height)
    if (!isCut) return
    const end = list.getBoundingClientRect().bottom
    const cutRows = [...list.querySelectorAll('button')].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.top < end - 8 && box.bottom > end + 8
    })
    if (height === 800) expect(cutRows, 'a row that is cut').toHaveLength(1)
    find('.takokit-wallets li:last-child button').focus()
    await expect.poll(() => list.scrollTop).toBeGreaterThan(0)
    const last = boxOf('.takokit-wallets li:last-child button')
    expect(last.bottom).toBeLessThanOrEqual(end + 1)
    expect([boxOf('.takokit-header').top, boxOf('.takokit-guide').bottom]).toEqual([head, guide])
  },
)

test('behavior: Enter on the first frame of the list asks the wallet that is first', async () => {
  const opened = createWorld({
    wallets: ['Harbour', 'Lantern', 'Northwind'].map((name) => ({ name, approval: 'manual' })),
  })
  world = opened
  const recent = opened.wallets[2]
  await opened.storage.setItem('recentConnectorId', recent?.info.rdns ?? '')
  await render(
    <App world={opened}>
      <TakoSignIn />
    </App>,
  )
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  const first = new Promise<Element>((resolve) => {
    const looks = new MutationObserver(() => {
      const row = document.querySelector('dialog .takokit-wallet')
      if (!row) return
      looks.disconnect()
      resolve(row)
    })
    looks.observe(document.body, { subtree: true, childList: true })
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect((await first).textContent).toContain('Northwind')
  await userEvent.keyboard('{Enter}')
  await recent?.controls.waitForPending()
  expect(opened.wallet.controls.requests.byMethod.eth_requestAccounts).toBeUndefined()
})

test('behavior: no row is called installed where all are; the scanner is drawn', async () => {
  await openList(3, {}, true)
  expect(find('.takokit-wallets').textContent).not.toContain('Installed')
  expect(document.querySelectorAll('.takokit-wallet[data-installed]')).toHaveLength(3)
  expect(document.querySelector('li:last-child [aria-hidden] path')).not.toBeNull()
})

test('parameters: icons', async () => {
  const icon = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'
  await openList(2, { icons: { walletConnect: icon } }, true)
  expect(find('li:last-child img').getAttribute('src')).toBe(icon)
})
