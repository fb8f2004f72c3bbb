import { createWorld } from '@takokit/testing'
import { WorldProviders } from '@takokit/testing/react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createNetworkSwitch } from '../network/createNetworkSwitch.ts'
import { shadowOf } from '../testing/shadowOf.ts'
import { TakoDevtools } from './TakoDevtools.tsx'

/** The document only knows that the focus is in the panel. */
const focused = () => (shadowOf() as unknown as ShadowRoot).activeElement?.textContent

test('behavior: by keyboard, at 320 px, in both themes, without an inline style; who has the lock', async () => {
  const violations: string[] = []
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(event.effectiveDirective)
  })
  const meta = document.createElement('meta')
  meta.httpEquiv = 'Content-Security-Policy'
  meta.content = "style-src 'self'"
  document.head.append(meta)
  await page.viewport(320, 640)
  const world = createWorld()
  await world.signInBefore()
  const { wallet, emulator, clock } = world
  const props = { wallet, emulator, clock, network: createNetworkSwitch() }
  await render(
    <WorldProviders world={world}>
      <TakoDevtools {...props} />
    </WorldProviders>,
  )
  // A dot, on a phone.
  const { width, height } = shadowOf().querySelector('.toggle')?.getBoundingClientRect() ?? {}
  expect([width, height]).toEqual([40, 40])
  await userEvent.keyboard('{Tab}{Enter}')
  const panel = page.getByRole('complementary', { name: 'takokit devtools' })
  await expect.element(panel).toBeVisible()
  expect(focused()).toBe('Close')
  const region = shadowOf().querySelector('aside') as HTMLElement
  expect(region.scrollWidth).toBe(320)
  expect(document.documentElement.scrollWidth).toBe(320)
  const surface = () => getComputedStyle(region.querySelector('.panel') as Element).backgroundColor
  document.documentElement.dataset.takokitTheme = 'light'
  const light = surface()
  document.documentElement.dataset.takokitTheme = 'dark'
  expect([light, surface()]).toEqual(['rgb(255, 255, 255)', 'rgb(22, 24, 30)'])
  delete document.documentElement.dataset.takokitTheme
  await expect.element(page.getByText('Lock: free.')).toBeVisible()
  const { account } = world.client.getSnapshot()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks.request(`takokit:default:tako:${account} https://api.tako.so`, () => held)
  await expect.element(page.getByText('Lock: held by a tab.')).toBeVisible()
  release()
  await userEvent.keyboard('{Escape}')
  await expect.poll(focused).toBe('takokit')
  expect(violations).toEqual([])
  world.dispose()
})
