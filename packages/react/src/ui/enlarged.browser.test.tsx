import { afterEach, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp, page, userEvent } from 'vitest/browser'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { journeySteps } from '../testing/journeySteps.tsx'
import { prefer } from '../testing/prefer.ts'
import { standStill } from '../testing/standStill.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { isCovered } from '../utils/isCovered.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'

// The types of its commands come with Playwright's provider, which is not this package's.
const send = (method: string, parameters: object) =>
  (cdp() as { send: (method: string, parameters: object) => Promise<unknown> }).send(
    method,
    parameters,
  )
const setFontSize = (standard: number) => send('Page.setFontSizes', { fontSizes: { standard } })

const sheet = new CSSStyleSheet()
const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

withoutMotion()
afterEach(async () => {
  document.adoptedStyleSheets = []
  await setFontSize(16)
  await page.viewport(414, 896)
})

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
const find = (selector: string): HTMLElement => {
  const [found] = all(selector).filter((element) => element.checkVisibility())
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
const describeOne = (element: Element) =>
  `${element.tagName} ${element.className} ${element.textContent?.slice(0, 24)}`

/** What is cut off: words that lie outside of what clips them and cannot be scrolled to. */
function cut(): string[] {
  return all('.takokit *')
    .filter((element) => element.checkVisibility() && element.textContent?.trim())
    .filter((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element)
      if (clipPath !== 'none') return false
      const isWide = element.scrollWidth > element.clientWidth + 1
      const isHigh = element.scrollHeight > element.clientHeight + 1
      return (/hidden|clip/.test(overflowX) && isWide) || (/hidden|clip/.test(overflowY) && isHigh)
    })
    .map(describeOne)
}

/** What covers the element that has the focus, of what the kit lays over a page. */
function covering(): string[] {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return []
  return all('.takokit-dialog, .takokit-menu')
    .filter((floating) => floating.checkVisibility() && !floating.contains(activeElement))
    .filter((floating) => isCovered(activeElement, floating))
    .map(describeOne)
}

describe.each(Object.entries(journeySteps))('%s', (_, go) => {
  test('behavior: the spacing of WCAG 1.4.12 cuts nothing off', async () => {
    sheet.replaceSync(spacing)
    document.adoptedStyleSheets = [sheet]
    await go()
    standStill()
    const { letterSpacing, fontSize } = getComputedStyle(find('.takokit-button'))
    expect(Number.parseFloat(letterSpacing)).toBeCloseTo(0.12 * Number.parseFloat(fontSize))
    expect(cut()).toEqual([])
  })

  test('behavior: follows the font size of the browser, and twice of it cuts nothing off', async () => {
    await page.viewport(640, 700)
    await setFontSize(32)
    await go()
    standStill()
    expect(getComputedStyle(find('.takokit-button')).fontSize).toBe('30px')
    expect(cut()).toEqual([])
    expect(document.documentElement.scrollWidth).toBe(640)
  })

  test('behavior: at 200 %, with the spacing too, nothing is cut off', async () => {
    sheet.replaceSync(spacing)
    document.adoptedStyleSheets = [sheet]
    // What 1280 × 800 leaves.
    await page.viewport(640, 400)
    await go()
    standStill()
    expect(cut()).toEqual([])
    expect(document.documentElement.scrollWidth).toBe(640)
  })
})

test.each(['choosing', 'signing', 'menu', 'rejected'])(
  'behavior: %s: on paper nothing is laid over the page, and the control is dark on white',
  async (step) => {
    await journeySteps[step]?.()
    document.documentElement.style.setProperty('color-scheme', 'dark')
    standStill()
    const floating = () =>
      all('.takokit-dialog, .takokit-menu').filter((element) => element.checkVisibility())
    expect(floating()).not.toEqual([])
    await send('Emulation.setEmulatedMedia', { media: 'print' })
    expect(floating()).toEqual([])
    const { color, backgroundColor, borderTopColor } = getComputedStyle(find('.takokit-button'))
    expect([color, backgroundColor, borderTopColor]).toEqual([
      'rgb(0, 0, 0)',
      'rgb(255, 255, 255)',
      'rgb(0, 0, 0)',
    ])
    await send('Emulation.setEmulatedMedia', { media: '' })
    expect(floating()).not.toEqual([])
    document.documentElement.removeAttribute('style')
  },
)

test('behavior: at 400 %, all of the code to scan is seen at once', async () => {
  await page.viewport(320, 256)
  await journeySteps.scanning?.()
  standStill()
  const code = find('svg.takokit-qr')
  code.scrollIntoView({ block: 'center' })
  const dialog = find('.takokit-dialog')
  const { top, bottom, width, height } = code.getBoundingClientRect()
  const box = dialog.getBoundingClientRect()
  expect(top).toBeGreaterThanOrEqual(Math.max(box.top, 0))
  expect(bottom).toBeLessThanOrEqual(Math.min(box.bottom, innerHeight))
  expect(width).toBe(height)
  expect(width).toBeGreaterThan(120)
})

test.each([
  ['failed', '.takokit-plain, .takokit-fold, .takokit-dialog'],
  ['menu', '.takokit-menu, .takokit-button'],
])(
  'behavior: with more contrast, the borders of %s are as dark as its words',
  async (step, edged) => {
    await prefer({ 'prefers-contrast': 'more' })
    expect(matchMedia('(prefers-contrast: more)').matches).toBe(true)
    await journeySteps[step]?.()
    standStill()
    const found = all(edged).filter((element) => element.checkVisibility())
    expect(found.length).toBeGreaterThan(1)
    const words = getComputedStyle(find('.takokit-dialog, .takokit-menu')).color
    for (const element of found) {
      const { borderTopColor } = getComputedStyle(element)
      expect(borderTopColor, describeOne(element)).toBe(words)
    }
  },
)

test('behavior: in forced colours an error has an edge, and so has the dot of a state', async () => {
  await prefer({ 'forced-colors': 'active' })
  await journeySteps.failed?.()
  const error = getComputedStyle(find('.takokit-error'))
  expect([error.borderTopStyle, error.borderTopWidth]).toEqual(['solid', '1px'])
  expect(error.borderTopColor).not.toBe(error.backgroundColor)
})

test('behavior: in forced colours the dot of a state is drawn', async () => {
  await prefer({ 'forced-colors': 'active' })
  await journeySteps.menu?.()
  const hint = find('.takokit-who .takokit-hint')
  const dot = getComputedStyle(hint, '::before')
  expect(Number.parseFloat(dot.borderTopWidth)).toBeGreaterThan(2)
  expect(dot.borderTopColor).not.toBe(getComputedStyle(find('.takokit-menu')).backgroundColor)
})

test.each([320, 800])('behavior: a dialog that has the focus shows it, at %i px', async (width) => {
  await page.viewport(width, 700)
  await journeySteps.scanning?.()
  standStill()
  const dialog = find('.takokit-dialog')
  await userEvent.keyboard('{Shift>}{/Shift}')
  dialog.focus()
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(dialog)
  expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px'])
  const reach = Number.parseFloat(outlineOffset) + 2
  const { left, right, top, bottom } = dialog.getBoundingClientRect()
  expect(left - reach).toBeGreaterThanOrEqual(0)
  expect(right + reach).toBeLessThanOrEqual(width)
  expect(top - reach).toBeGreaterThanOrEqual(0)
  expect(bottom + reach).toBeLessThanOrEqual(700)
})

describe.each([320, 800])('%i px', (width) => {
  const links = (name: string) =>
    [1, 2, 3, 4, 5, 6].map((index) => (
      <p key={index}>
        <a href={`#${name}${index}`}>{`A link of the page ${name} ${index}`}</a>
      </p>
    ))

  test.each(['the line of a refusal', 'the account menu'])(
    'behavior: %s covers nothing that has the focus',
    async (what) => {
      await page.viewport(width, 480)
      const world = createWorld({ wallets: [{ isAuthorized: true }] })
      if (what === 'the account menu') await world.signInBefore()
      else world.wallet.controls.next('reject', { method: 'personal_sign' })
      await render(
        <App world={world}>
          {links('before')}
          <TakoSignIn />
          {links('after')}
        </App>,
      )
      await expect.poll(() => world.config.state.status).toBe('connected')
      await page.getByRole('button').click()
      await expect.poll(() => all('.takokit-menu').length).toBe(1)
      standStill()
      let covered = 0
      for (let tabs = 0; tabs < 12; tabs++) {
        await userEvent.tab()
        await expect.poll(covering).toEqual([])
        covered++
      }
      expect(covered).toBe(12)
      world.client.dispose()
    },
  )
})
