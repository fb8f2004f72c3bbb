import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { en } from '../strings/en.ts'
import { languages } from '../strings/languages/languages.ts'
import { mergeStrings } from '../strings/mergeStrings.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import '../styles/styles.css'
// The fonts of the snapshots: of equal width in every browser.
import '../../../../.storybook/fonts.css'

withoutMotion()

const idle = ['signIn', 'connect', 'tryAgain'] as const
const pending = ['connecting', 'confirm', 'signingIn'] as const
let world: World | undefined

afterEach(() => world?.client.dispose())

const all = { en: async () => en, ...languages }

describe.each(Object.entries(all))('%s', (locale, load) => {
  test('behavior: no label is cut off on its button, in any size', async () => {
    const strings = mergeStrings(en, await load())
    world = createWorld({
      wallets: [{ name: 'Coinbase Wallet', approval: 'manual', isAuthorized: true }],
    })
    await render(
      <App world={world} locale={locale}>
        <TakoSignIn />
      </App>,
    )
    await expect.element(page.getByText(strings.signIn, { exact: true })).toBeVisible()
    await document.fonts.ready
    expect(cut(idle.map((key) => strings[key]))).toEqual([])
    await page.getByRole('button', { name: strings.signIn }).click()
    await expect.element(page.getByText(strings.confirm, { exact: true }).first()).toBeVisible()
    // The spinner's box is there from the start; the spinner is drawn later.
    expect(document.querySelector('.takokit-spinner')).not.toBeNull()
    expect(cut(pending.map((key) => strings[key]))).toEqual([])
    expect(cut(['Confirm in Coinbase Wallet…']), 'what this measures').not.toEqual([])
    const labels = [...idle, ...pending].map((key) => strings[key])
    for (const { width, longest } of measure(labels)) expect(width).toBeCloseTo(longest, 0)
  })
})

test('parameters: strings, the longest of them is not cut off, and the width stays', async () => {
  await page.viewport(900, 700)
  const strings = { confirm: 'Please look at your wallet and confirm there…' }
  world = createWorld({ wallets: [{ approval: 'manual', isAuthorized: true }] })
  await render(
    <App world={world}>
      <TakoSignIn strings={strings} />
    </App>,
  )
  const width = () => document.querySelector('.takokit-button')?.getBoundingClientRect().width
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  const before = width()
  await expect.poll(() => world?.config.state.status).toBe('connected')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.element(page.getByText(strings.confirm).first()).toBeVisible()
  const [{ longest } = { longest: 0 }] = measure([strings.confirm]).slice(1)
  expect(before).toBeCloseTo(longest, 0)
  expect(width()).toBe(before)
  await page.viewport(414, 896)
})

test.each(['sm', 'md', 'lg'] as const)(
  'parameters: size %s, an account is not cut off, whatever its digits',
  async (size) => {
    world = createWorld({ wallets: [{ isAuthorized: true }] })
    await world.signInBefore()
    await render(
      <App world={world}>
        <TakoSignIn size={size} strings={{ confirm: 'Confirm' }} />
      </App>,
    )
    await expect.element(page.getByRole('button', { name: /^Account/ })).toBeVisible()
    const label = document.querySelector<HTMLElement>('.takokit-label')
    const avatar = document.querySelector<HTMLElement>('.takokit-avatar')
    if (!(label?.firstChild instanceof Text)) throw new Error('There is no account.')
    for (const digits of ['0xDDDD…DDDD', '0x4DD3…34A9']) {
      label.firstChild.data = digits
      expect(label.scrollWidth).toBeLessThanOrEqual(label.clientWidth)
      expect(avatar?.clientWidth).toBe(24)
    }
  },
)

/** The labels that do not fit. The button keeps its size, whatever its label. */
function cut(labels: string[]): string[] {
  const frame = document.querySelector<HTMLElement>('.takokit:has(.takokit-button)')
  const label = frame?.querySelector('.takokit-label')
  const text = label?.firstChild
  if (!frame || !label || !(text instanceof Text)) throw new Error('There is no button.')
  const before = text.data
  const found: string[] = []
  for (const size of ['sm', 'md', 'lg'])
    for (const one of labels) {
      frame.dataset.size = size
      text.data = one
      const lines = Math.round(
        label.scrollHeight / Number.parseFloat(getComputedStyle(label).lineHeight),
      )
      if (lines > 1) found.push(`${size}: ${one} (${lines} lines)`)
    }
  text.data = before
  frame.dataset.size = 'md'
  return found
}

/** How wide the button is in each size, and how wide its longest label needs it: of an account at least. */
function measure(labels: string[]): { width: number; longest: number }[] {
  const frame = document.querySelector<HTMLElement>('.takokit:has(.takokit-button)')
  const label = frame?.querySelector<HTMLElement>('.takokit-label')
  if (!frame || !label) throw new Error('There is no button.')
  const probe = frame.appendChild(document.createElement('span'))
  probe.style.cssText = 'position: absolute; white-space: pre; font-weight: 600'
  const found = ['sm', 'md', 'lg'].map((size) => {
    frame.dataset.size = size
    probe.style.setProperty('font-size', getComputedStyle(label).fontSize)
    const widths = [...labels, '0xDDDDDDDDDDD'].map((one) => {
      probe.textContent = one
      return probe.getBoundingClientRect().width
    })
    const longest = Math.max(...widths) + spinnerAndPadding
    return { width: frame.getBoundingClientRect().width, longest }
  })
  probe.remove()
  frame.dataset.size = 'md'
  return found
}

const spinnerAndPadding = 50
