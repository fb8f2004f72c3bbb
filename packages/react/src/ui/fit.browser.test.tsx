import { afterEach, describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { getEnsName } from 'wagmi/actions'
import { App } from '../testing/App.tsx'
import { createWorld, type WorldParameters } from '../testing/createWorld.ts'
import { openSignedIn } from '../testing/journeySteps.tsx'
import { emulateTouch } from '../testing/emulateTouch.ts'
import { standStill } from '../testing/standStill.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'
import '../styles/styles.css'

withoutMotion()

vi.mock('wagmi/actions', async (load) => ({
  ...(await load<typeof import('wagmi/actions')>()),
  getEnsName: vi.fn(),
}))

const { documentElement: html } = document
const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const style = (element: HTMLElement | null, text: string) => {
  for (const [name = '', value = ''] of text.split(';').map((one) => one.split(':')))
    element?.style.setProperty(name.trim(), value.trim())
}

afterEach(async () => {
  html.removeAttribute('dir')
  html.removeAttribute('style')
  await page.viewport(414, 896)
})

const row = 'display: flex; gap: 12px; padding: 8px; align-items: center'
/** Headers with more in them than a phone has room for; the kit as an item of the row, or in a box of its own. */
const headers = [
  { name: 'a row', look: row, isBoxed: false },
  { name: 'a row with a box for it', look: row, isBoxed: true },
  {
    name: 'a grid, dark',
    look: 'display: grid; grid-template-columns: auto 1fr repeat(3, auto); gap: 8px; padding: 8px; color-scheme: dark',
    isBoxed: false,
  },
  {
    name: 'a dense row in small letters',
    look: 'display: flex; gap: 4px; justify-content: space-between; font: 13px serif',
    isBoxed: true,
  },
]

async function openHeader(
  { look, isBoxed }: (typeof headers)[number],
  parameters: WorldParameters,
  props?: TakoSignInProps,
) {
  const world = createWorld(parameters)
  if (parameters.wallets?.[0]?.isAuthorized) await world.signInBefore()
  const kit = <TakoSignIn {...props} />
  await render(
    <App world={world}>
      <header ref={(element) => style(element, look)}>
        <b>Harbour Exchange</b>
        {['Swap', 'Pools', 'Vote'].map((name) => (
          <a key={name} href="/">
            {name}
          </a>
        ))}
        {isBoxed ? <div>{kit}</div> : kit}
      </header>
    </App>,
  )
  return world
}

describe.each([320, 375, 1280])('%i px', (width) => {
  test.each(headers)(
    'behavior: a crowded header keeps it inside of the window: $name',
    async (header) => {
      await page.viewport(width, 700)
      const world = await openHeader(header, {
        wallets: [{ name: 'A Wallet With A Name That Nobody Reads', approval: 'manual' }],
      })
      await expect.element(button('Sign in')).toBeVisible()
      const box = () => find('.takokit-button').getBoundingClientRect()
      const before = box()
      const check = () => {
        expect(html.scrollWidth).toBe(width)
        expect(box().right).toBeLessThanOrEqual(width)
        expect(box().width).toBe(before.width)
        expect(box().width).toBeGreaterThanOrEqual(44)
        expect(box().height).toBe(before.height)
      }
      check()
      if (width === 1280) expect(before.width).toBeGreaterThan(150)
      await button('Sign in').click()
      await expect.element(page.getByRole('dialog')).toBeVisible()
      check()
      await userEvent.keyboard('{Escape}')
      await world.signInBefore()
      await expect.poll(() => find('.takokit-button').dataset.status).toBe('signedIn')
      check()
    },
  )
})

test('behavior: words give way to a picture, and stay the name', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.element(button('Sign in')).toBeVisible()
  const isShown = (selector: string) => find(selector).getBoundingClientRect().width > 0
  expect([isShown('.takokit-label'), isShown('.takokit-label + .takokit-icon')]).toEqual([
    true,
    true,
  ])
  find('.takokit').style.setProperty('--takokit-width', '60px')
  expect([isShown('.takokit-label'), isShown('.takokit-label + .takokit-icon')]).toEqual([
    false,
    true,
  ])
  await expect.element(button('Sign in')).toBeVisible()
  await world.signInBefore()
  await expect.element(button(/^Account/)).toBeVisible()
  expect([isShown('.takokit-label'), isShown('.takokit-avatar')]).toEqual([false, true])
  find('.takokit').style.removeProperty('--takokit-width')
  expect([isShown('.takokit-label'), isShown('.takokit-avatar')]).toEqual([true, true])
})

test('parameters: size, an icon of 44 px', async () => {
  const world = createWorld()
  await render(
    <App world={world}>
      <TakoSignIn size="icon" />
    </App>,
  )
  await expect.element(button('Sign in')).toBeVisible()
  const { width, height } = find('.takokit-button').getBoundingClientRect()
  expect([width, height]).toEqual([44, 44])
})

test('parameters: className, a box around the button', async () => {
  const { container } = await render(
    <App world={createWorld()}>
      <TakoSignIn className="mine" />
    </App>,
  )
  await expect.element(button('Sign in')).toBeVisible()
  expect(container.querySelector('.mine > .takokit')).not.toBeNull()
})

test('behavior: --takokit-width of 100 % fills its place', async () => {
  const { container } = await render(
    <App world={createWorld()}>
      <TakoSignIn />
    </App>,
  )
  await expect.element(button('Sign in')).toBeVisible()
  html.style.setProperty('--takokit-width', '100%')
  style(container, 'width: 300px')
  expect(find('.takokit-button').getBoundingClientRect().width).toBe(300)
})

async function reject(look = ''): Promise<void> {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  await render(
    <App world={world}>
      <TakoSignIn />
      <p>
        <a href="/">Elsewhere</a>
      </p>
    </App>,
  )
  await expect.poll(() => world.config.state.status).toBe('connected')
  style(find('.takokit').parentElement, `padding: 20px; ${look}`)
  await button('Sign in').click()
  await expect.poll(() => notice()?.textContent).toMatch(/Nothing was signed/)
}

const notice = () => document.querySelector('.takokit-notice')

describe('a request that was closed', () => {
  test.each(['ltr', 'rtl'])(
    'default: a popover that points at its button, %s',
    async (direction) => {
      html.dir = direction
      await reject()
      standStill()
      const { top, left, right } = find('.takokit-notice').getBoundingClientRect()
      const trigger = find('.takokit-button').getBoundingClientRect()
      expect(top).toBe(trigger.bottom + 8)
      const away = direction === 'ltr' ? left - trigger.left : right - trigger.right
      // Half a pixel, because its width may be fractional.
      expect(Math.abs(away)).toBeLessThanOrEqual(0.5)
      // It has moved nothing in the page.
      expect(notice()?.matches(':popover-open')).toBe(true)
    },
  )

  test.each(['ltr', 'rtl'])(
    'behavior: at the end of a page it ends where its button does, and points at it, %s',
    async (direction) => {
      html.dir = direction
      await reject('text-align: end')
      standStill()
      const box = find('.takokit-notice').getBoundingClientRect()
      const trigger = find('.takokit-button').getBoundingClientRect()
      expect(box.width).toBeGreaterThan(trigger.width)
      const away = direction === 'ltr' ? box.right - trigger.right : box.left - trigger.left
      expect(Math.abs(away)).toBeLessThanOrEqual(0.5)
      const arrow = Number.parseFloat(getComputedStyle(find('.takokit-notice'), '::before').left)
      const middle = (trigger.left + trigger.right) / 2
      expect(Math.abs(box.left + 1 + arrow + 6 - middle)).toBeLessThanOrEqual(1)
    },
  )

  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['a tap elsewhere', () => userEvent.click(document.body)],
    ['the focus elsewhere', () => userEvent.keyboard('{Tab}')],
  ])('behavior: goes by %s', async (_, act) => {
    await reject()
    await act()
    await expect.poll(notice).toBeNull()
  })

  test('behavior: goes by itself, after long enough to be read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    try {
      await reject()
      await vi.advanceTimersByTimeAsync(5_000)
      expect(notice()).not.toBeNull()
      await vi.advanceTimersByTimeAsync(3_000)
      await expect.poll(notice).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })
})

test('behavior: the account menu begins where its button does, and goes when the focus does', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  await render(
    <App world={world}>
      <p>
        <TakoSignIn />
      </p>
      <p>
        <a href="/">Elsewhere</a>
      </p>
    </App>,
  )
  style(find('.takokit').parentElement, 'margin-inline-start: 40px')
  await button(/^Account/).click()
  await expect.element(button('Sign out')).toBeVisible()
  const left = () => find('.takokit-menu').getBoundingClientRect().left
  expect(left()).toBe(find('.takokit-button').getBoundingClientRect().left)
  await userEvent.keyboard('{Tab}{Tab}{Tab}')
  await expect.element(button('Sign out')).not.toBeInTheDocument()
})

test('behavior: at the end of a page the account menu ends where its button does', async () => {
  await openSignedIn()
  style(find('.takokit').parentElement, 'padding: 20px; text-align: end')
  await button(/^Account/).click()
  await expect.element(button('Sign out')).toBeVisible()
  const right = (selector: string) => find(selector).getBoundingClientRect().right
  expect(right('.takokit-menu')).toBeCloseTo(right('.takokit-button'), 0)
  // Where the status takes two lines, both begin beside its dot.
  const status = find('.takokit-who .takokit-hint')
  style(status, 'width: 120px')
  const range = document.createRange()
  range.selectNodeContents(status)
  const starts = [...range.getClientRects()].map(({ left }) => Math.round(left))
  expect(starts.length).toBeGreaterThan(1)
  expect(new Set(starts).size).toBe(1)
})

test('behavior: a mouse lights the row below it, and a finger leaves none lit', async () => {
  await openSignedIn()
  await button(/^Account/).click()
  await button('Copy address').hover()
  const ground = () => getComputedStyle(find('.takokit-row')).backgroundColor
  expect(ground()).not.toBe('rgba(0, 0, 0, 0)')
  await emulateTouch(true)
  try {
    expect(matchMedia('(hover: none)').matches).toBe(true)
    expect(find('.takokit-row').matches(':hover')).toBe(true)
    expect(ground()).toBe('rgba(0, 0, 0, 0)')
  } finally {
    await emulateTouch(false)
  }
})

test('behavior: the details of an error begin where their title does', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  world.wallet.controls.next({ code: -32603, message: 'Boom' }, { method: 'personal_sign' })
  await render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  await expect.poll(() => world.config.state.status).toBe('connected')
  await button('Sign in').click()
  await page.getByText('Details').click()
  const startOf = (element: Element | null) => {
    const range = document.createRange()
    range.selectNodeContents(element as Element)
    return range.getBoundingClientRect().left
  }
  const title = find('.takokit-fold > summary')
  for (const line of document.querySelectorAll('.takokit-fold > :not(summary)'))
    expect(startOf(line)).toBe(startOf(title))
  expect(find('.takokit-fold').children.length).toBeGreaterThan(2)
})

test('behavior: an ENS name has one line in the account menu, and widens nothing', async () => {
  const name = `${'a-name-that-goes-on-'.repeat(4)}.eth`
  vi.mocked(getEnsName).mockResolvedValue(name)
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  await render(
    <App world={world}>
      <TakoSignIn ens />
    </App>,
  )
  await button(/^Account/).click()
  await expect.element(page.getByTitle(name)).toBeVisible()
  const shown = page.getByTitle(name).element()
  expect(shown.getClientRects()).toHaveLength(1)
  expect(shown.getBoundingClientRect().height).toBeLessThan(24)
  expect(shown.scrollWidth).toBeGreaterThan(shown.clientWidth)
  const menu = find('.takokit-menu')
  expect(menu.scrollWidth).toBe(menu.clientWidth)
  expect(menu.offsetWidth).toBe(306)
})
