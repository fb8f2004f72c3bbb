import { beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'
import styles from '../styles/styles.css?inline'

const warn = vi.spyOn(console, 'warn').mockReturnValue()
beforeEach(() => void warn.mockClear())
const heard = () => warn.mock.calls.map(([text]) => String(text))
const idle = () => new Promise((resolve) => requestIdleCallback(resolve))

/** Renders two buttons, and waits until they have checked the page. */
async function draw(): Promise<void> {
  await render(
    <App world={createWorld()}>
      <TakoSignIn />
      <TakoSignIn size="icon" />
    </App>,
  )
  await expect.poll(() => document.querySelectorAll('[data-takokit-theme=system]').length).toBe(2)
  await expect.element(page.getByRole('button').first()).toHaveAttribute('data-status', 'signedOut')
  await idle()
  await idle()
}

test('default: a page with the stylesheet hears nothing', async () => {
  const sheet = document.head.appendChild(document.createElement('style'))
  sheet.textContent = styles
  await draw()
  expect(heard()).toEqual([])
  sheet.remove()
})

test('behavior: without, it says once what to import', async () => {
  await draw()
  await expect
    .poll(heard)
    .toEqual([expect.stringMatching(/^\[takokit\].*import "@takokit\/react\/styles\.css"/)])
  await idle()
  expect(heard()).toHaveLength(1)
})
