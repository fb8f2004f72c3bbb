import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { journeySteps } from '../testing/journeySteps.tsx'
import { prefer } from '../testing/prefer.ts'
import { standStill } from '../testing/standStill.ts'
import { withoutMotion } from '../testing/withoutMotion.ts'
import '../styles/styles.css'

withoutMotion()
afterEach(() => page.viewport(414, 896))

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
const within = '.takokit :is(button, summary, a[href], pre, p, h2, svg.takokit-qr)'
const isShown = (element: HTMLElement) => element.checkVisibility() && element.offsetParent !== null
const describeOne = (element: Element) =>
  `${element.tagName} ${element.className} ${element.textContent?.slice(0, 20)}`

describe.each(Object.entries(journeySteps))('%s', (_, go) => {
  // What 1280 × 1024 leaves at 400 % zoom.
  test('behavior: at 320 × 256, nothing scrolls sideways and everything can be reached', async () => {
    await page.viewport(320, 256)
    await go()
    standStill()
    const { scrollWidth, clientWidth, clientHeight } = document.documentElement
    expect({ clientWidth, clientHeight }).toEqual({ clientWidth: 320, clientHeight: 256 })
    expect(scrollWidth).toBe(320)
    const tooWide = all('.takokit-dialog, .takokit-menu, .takokit-card, .takokit-step, pre')
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map(describeOne)
    expect(tooWide).toEqual([])
    for (const element of all('.takokit button, .takokit summary, .takokit a[href]').filter(
      isShown,
    )) {
      element.scrollIntoView({ block: 'nearest' })
      const { left, right, top, bottom } = element.getBoundingClientRect()
      expect.soft(left, describeOne(element)).toBeGreaterThanOrEqual(0)
      expect.soft(right, describeOne(element)).toBeLessThanOrEqual(320)
      expect.soft(top, describeOne(element)).toBeGreaterThanOrEqual(0)
      expect.soft(bottom, describeOne(element)).toBeLessThanOrEqual(256)
    }
  })

  test('behavior: whatever can be tapped is 44 px', async () => {
    await go()
    const small = all('.takokit :is(button, summary, a[href])')
      .filter(isShown)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 44 || box.width < 44)
      .map(({ element, box }) => `${describeOne(element)} ${box.width} × ${box.height}`)
    expect(small).toEqual([])
  })

  test('behavior: with reduced motion nothing moves for longer than 1 ms', async () => {
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(true)
    const slow = new Set<string>()
    const note = () => {
      for (const animation of document.getAnimations()) {
        const { activeDuration = 0 } = animation.effect?.getComputedTiming() ?? {}
        if (Number(activeDuration) > 1) slow.add(`${(animation as CSSAnimation).animationName}`)
      }
    }
    for (const type of ['animationstart', 'transitionrun']) addEventListener(type, note, true)
    await go()
    note()
    for (const type of ['animationstart', 'transitionrun']) removeEventListener(type, note, true)
    const long = all('.takokit, .takokit *').flatMap((element) =>
      ['', '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo)
        const { animationName, animationDuration, transitionDuration } = style
        const isLong = (text: string) =>
          text.split(',').some((one) => Number.parseFloat(one) > 0.001)
        const moves = animationName !== 'none' && isLong(animationDuration)
        return moves || isLong(transitionDuration) ? [describeOne(element) + pseudo] : []
      }),
    )
    expect([...slow, ...long]).toEqual([])
  })

  test('behavior: in forced colours, what can be pressed and what floats has an edge', async () => {
    await prefer({ 'forced-colors': 'active' })
    expect(matchMedia('(forced-colors: active)').matches).toBe(true)
    await go()
    const edgeless = all(
      '.takokit button, .takokit-dialog, .takokit-menu, .takokit-fold, .takokit-notice',
    )
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } =
          getComputedStyle(element)
        const isDrawn = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle === 'solid'
        const isClear = borderTopColor.startsWith('rgba') && borderTopColor.endsWith(', 0)')
        return !isDrawn || isClear || borderTopColor === backgroundColor
      })
      .map(describeOne)
    expect(edgeless).toEqual([])
    const invisible = all(within)
      .filter(isShown)
      .filter(
        (element) => getComputedStyle(element).color === getComputedStyle(element).backgroundColor,
      )
      .map(describeOne)
    expect(invisible).toEqual([])
  })
})

test('behavior: a small button is tapped as a large one', async () => {
  await journeySteps.button?.()
  const frame = document.querySelector<HTMLElement>('.takokit')
  if (!frame) throw new Error('There is no button.')
  frame.dataset.size = 'sm'
  frame.style.setProperty('margin', '20px')
  const button = document.querySelector('.takokit-button')
  const { top, bottom, left } = button?.getBoundingClientRect() ?? new DOMRect()
  expect(bottom - top).toBe(36)
  for (const y of [top - 3.5, bottom + 3.5])
    expect(document.elementFromPoint(left + 10, y)).toBe(button)
})
