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
  })
})

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
