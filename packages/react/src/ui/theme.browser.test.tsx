import { afterEach, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { prefer } from '../testing/prefer.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'
import '../styles/styles.css'

const { documentElement: html, body } = document
const surfaces = { light: 'rgb(255, 255, 255)', dark: 'rgb(22, 24, 30)' }

const system = (scheme: 'light' | 'dark') => prefer({ 'prefers-color-scheme': scheme })

function clear(): void {
  for (const element of [html, body])
    for (const { name } of [...element.attributes]) element.removeAttribute(name)
  document.querySelector('style[data-test]')?.remove()
}

afterEach(async () => {
  clear()
  await system('light')
})

function addStyle(text: string): void {
  const style = document.createElement('style')
  style.dataset.test = ''
  style.textContent = text
  document.head.append(style)
}

/** The colour of the kit's surface, which depends on its theme. */
function shown(): string {
  const probe = document.createElement('i')
  document.querySelector('.takokit')?.append(probe)
  probe.style.setProperty('background', 'var(--tk-surface)')
  const { backgroundColor } = getComputedStyle(probe)
  probe.remove()
  return backgroundColor
}

const open = (props: TakoSignInProps = {}) =>
  render(
    <App world={createWorld({})}>
      <div id="place">
        <TakoSignIn {...props} />
      </div>
    </App>,
  )

/** What each library changes in the page when it switches to dark while the system is light; and back. */
const libraries: Record<string, (theme: 'light' | 'dark') => void> = {
  'next-themes, by class'(theme) {
    html.className = theme
    html.style.setProperty('color-scheme', theme)
  },
  'next-themes, by attribute'(theme) {
    html.dataset.theme = theme
    html.style.setProperty('color-scheme', theme)
  },
  'Tailwind, .dark'(theme) {
    html.classList.toggle('dark', theme === 'dark')
  },
  'Tailwind, data-mode'(theme) {
    html.dataset.mode = theme
  },
  'Chakra 2'(theme) {
    body.className = `chakra-ui-${theme}`
    html.dataset.theme = theme
    html.style.setProperty('color-scheme', theme)
  },
  'MUI, by class'(theme) {
    html.className = theme
  },
  'MUI, by data attribute'(theme) {
    html.toggleAttribute('data-dark', theme === 'dark')
    html.toggleAttribute('data-light', theme === 'light')
  },
  'MUI, data-mui-color-scheme'(theme) {
    html.dataset.muiColorScheme = theme
  },
  'daisyUI, a theme of another name'(theme) {
    addStyle(
      '[data-theme=cupcake] { color-scheme: light } [data-theme=dracula] { color-scheme: dark }',
    )
    html.dataset.theme = theme === 'dark' ? 'dracula' : 'cupcake'
  },
  Bootstrap(theme) {
    html.dataset.bsTheme = theme
  },
  'a stylesheet, color-scheme'(theme) {
    document.querySelector('style[data-test]')?.remove()
    addStyle(`:root { color-scheme: ${theme} }`)
  },
  'a part of the page, nearest first'(theme) {
    html.className = theme === 'dark' ? 'light' : 'dark'
    const place = document.querySelector<HTMLElement>('#place')
    if (place) place.dataset.theme = theme
  },
}

test.each(Object.entries(libraries))('behavior: auto follows the page live: %s', async (_, set) => {
  await open()
  for (const theme of ['dark', 'light', 'dark'] as const) {
    set(theme)
    await expect.poll(shown, { message: theme }).toBe(surfaces[theme])
  }
})

// The part does not exist before the page does.
const atOnce = Object.entries(libraries).filter(([name]) => !name.startsWith('a part'))

test.each(atOnce)('behavior: auto is right from the start: %s', async (_, set) => {
  set('dark')
  await open()
  await expect.poll(shown).toBe(surfaces.dark)
})

test('default: where the page says nothing, the system does, live', async () => {
  await open()
  await expect.poll(shown).toBe(surfaces.light)
  await system('dark')
  await expect.poll(shown).toBe(surfaces.dark)
  // Both are allowed, so the system decides.
  html.style.setProperty('color-scheme', 'light dark')
  await expect.poll(shown).toBe(surfaces.dark)
})

test('parameters: theme, whatever the page says', async () => {
  html.className = 'dark'
  const { rerender } = await open({ theme: 'light' })
  expect(shown()).toBe(surfaces.light)
  await rerender(
    <App world={createWorld({})}>
      <TakoSignIn theme="system" />
    </App>,
  )
  expect(shown()).toBe(surfaces.light)
  await system('dark')
  expect(shown()).toBe(surfaces.dark)
})
