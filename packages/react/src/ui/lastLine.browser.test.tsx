import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { en } from '../strings/en.ts'
import { languages } from '../strings/languages/languages.ts'
import { mergeStrings } from '../strings/mergeStrings.ts'
import { journeySteps } from '../testing/journeySteps.tsx'
import '../styles/styles.css'
// The fonts of the snapshots: of equal width in every browser.
import '../../../../.storybook/fonts.css'

beforeEach(async () => {
  await document.fonts.ready
})
afterEach(() => {
  document.documentElement.dir = ''
  return page.viewport(414, 896)
})

/** The width of each line of a text. */
function linesOf(element: Element): number[] {
  const range = document.createRange()
  range.selectNodeContents(element)
  const lines: { top: number; left: number; right: number }[] = []
  for (const { top, left, right } of range.getClientRects()) {
    const line = lines.find((one) => Math.abs(one.top - top) < 4)
    if (line === undefined) lines.push({ top, left, right })
    else {
      line.left = Math.min(line.left, left)
      line.right = Math.max(line.right, right)
    }
  }
  return lines.sort((a, b) => a.top - b.top).map(({ left, right }) => right - left)
}

const all = { en: async () => en, ...languages }
const filled = (text: string) =>
  text.replaceAll('{wallet}', '\u2068Lantern\u2069').replace(/\{\w+\}/g, '4')

test.each([320, 360, 414])('behavior: no word is alone on the last line, %i px', async (width) => {
  await page.viewport(width, 896)
  await journeySteps.failed?.()
  const dialog = document.querySelector<HTMLElement>('.takokit-dialog') as HTMLElement
  const error = dialog.querySelector('.takokit-error') as HTMLElement
  const hint = Object.assign(document.createElement('p'), { className: 'takokit-hint' })
  error.after(hint)
  const found: string[] = []
  let seen = 0
  for (const [locale, load] of Object.entries(all)) {
    const strings = mergeStrings(en, await load())
    const { readyHint, confirmHint, noWalletHint, scanHint, scanHelp, slowHint } = strings
    const hints = [readyHint, confirmHint, noWalletHint, scanHint, scanHelp, slowHint]
    hint.lang = locale
    error.lang = locale
    for (const [element, texts] of [
      [hint, hints],
      [error, Object.values(strings.errors)],
    ] as const)
      for (const one of texts) {
        element.textContent = filled(one)
        const widths = linesOf(element)
        if (widths.length === 1) continue
        seen++
        const [longest, last] = [Math.max(...widths), widths.at(-1) ?? 0]
        if (last < longest / 3) found.push(`${locale}, ${widths.length} lines: ${one}`)
      }
  }
  expect(seen).toBeGreaterThan(300)
  expect(found).toEqual([])
})

describe('behavior: English where the page reads from the right', () => {
  beforeEach(() => {
    document.documentElement.dir = 'rtl'
  })

  /** Whether the text's end is on the right of its start. */
  function endsOnTheRight(text: Text): boolean {
    const range = document.createRange()
    const leftOf = (index: number) => {
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      return range.getBoundingClientRect().left
    }
    return leftOf(text.data.trimEnd().length - 1) > leftOf(0)
  }

  test('a question', async () => {
    await journeySteps.choosing?.()
    const question = document.querySelector('.takokit-guide')?.firstChild as Text
    expect(question.data.trim()).toBe('New to wallets?')
    expect(endsOnTheRight(question)).toBe(true)
  })

  test.each(['takokit-title', 'takokit-label', 'takokit-main', 'takokit-plain'])(
    '%s, with the name of a wallet',
    async (name) => {
      await journeySteps.failed?.()
      const element = document.querySelector(`.${name}`) as HTMLElement
      element.textContent = 'Confirm in \u2068Harbour\u2069…'
      expect(endsOnTheRight(element.firstChild as Text)).toBe(true)
    },
  )
})
