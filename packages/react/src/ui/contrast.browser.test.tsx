import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { journeySteps } from '../testing/journeySteps.tsx'
import { standStill } from '../testing/standStill.ts'
import '../styles/styles.css'

const accents = ['#ffeb3b', '#fff3b0', '#7a7a7a', '#767676', '#000', '#fff', '#f00', '#00f', '#0f0']

const { documentElement: root } = document
const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

/** Relative luminance by WCAG of what is drawn, whatever the colour's notation. */
function luminance(colour: string, under = '#fff'): number {
  if (!context) throw new Error('There is no canvas.')
  for (const fill of [under, colour]) {
    context.fillStyle = fill
    context.fillRect(0, 0, 1, 1)
  }
  const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const find = (selector: string): Element => {
  const found = document.querySelector(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

function variable(name: string, on: Element): string {
  const probe = on.appendChild(document.createElement('i'))
  probe.style.setProperty('color', `var(${name})`)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** The background behind the kit if the application has none of its own. */
const pageColours = { light: '#fff', dark: 'oklch(0.21 0.012 268)' }

beforeEach(() => {
  root.style.setProperty('--takokit-accent', '#000')
})
afterEach(() => {
  root.style.removeProperty('--takokit-accent')
  delete root.dataset.takokitTheme
})

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(accents)('behavior: a button can be read and found, accent %s', async (accent) => {
    root.dataset.takokitTheme = theme
    root.style.setProperty('--takokit-accent', accent)
    await journeySteps.button?.()
    const button = find('.takokit-button')
    standStill()
    const { color, backgroundColor, borderTopColor } = getComputedStyle(button)
    expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5)
    const surface = pageColours[theme]
    const found = Math.max(contrast(borderTopColor, surface), contrast(backgroundColor, surface))
    expect(found).toBeGreaterThanOrEqual(3)
    await userEvent.hover(button)
    standStill()
    const hovered = getComputedStyle(button)
    expect(contrast(hovered.color, hovered.backgroundColor)).toBeGreaterThanOrEqual(4.5)
  })

  test('default: the ring of the focus, lines of icons and the dot of the state have 3 : 1', async () => {
    root.dataset.takokitTheme = theme
    await journeySteps.menu?.()
    const frame = find('.takokit')
    const backgrounds = ['--tk-surface', '--tk-raised', '--tk-sunken'].map((name) =>
      variable(name, frame),
    )
    for (const background of backgrounds) {
      expect(contrast(variable('--tk-focus', frame), background)).toBeGreaterThanOrEqual(3)
      expect(contrast(variable('--tk-text', frame), background)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(variable('--tk-quiet', frame), background)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(variable('--tk-success', frame), background)).toBeGreaterThanOrEqual(3)
    }
    const { stroke } = getComputedStyle(find('.takokit-row .takokit-icon'))
    expect(contrast(stroke, variable('--tk-raised', frame))).toBeGreaterThanOrEqual(3)
    await userEvent.keyboard('{Tab}')
    const { outlineColor, outlineWidth, outlineStyle } = getComputedStyle(
      find('.takokit-row:focus-visible'),
    )
    expect([outlineWidth, outlineStyle]).toEqual(['2px', 'solid'])
    expect(contrast(outlineColor, variable('--tk-raised', frame))).toBeGreaterThanOrEqual(3)
  })
})
