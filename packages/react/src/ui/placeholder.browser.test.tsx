import { type AuthStorage, memoryStorage } from '@takokit/core'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'
import '../styles/styles.css'

const box = (selector: string) => {
  const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? {}
  return { x, y, width, height }
}

test.each<[string, TakoSignInProps, 'in' | 'out']>([
  ['of who is signed out', {}, 'out'],
  ['of who is signed in', {}, 'in'],
  ['in the small size', { size: 'sm' }, 'in'],
  ['as an icon', { size: 'icon' }, 'in'],
])(
  'behavior: the placeholder while restoring has the size %s: nothing moves',
  async (_, props, who) => {
    const rows = memoryStorage()
    const kept = rows.open({ namespace: 'default', warn: () => {} })
    if (who === 'in') await createWorld({ storage: { ...rows, open: () => kept } }).signInBefore()
    let open = () => {}
    const isOpen = new Promise<void>((resolve) => {
      open = resolve
    })
    const storage: AuthStorage = { ...rows, open: () => isOpen.then(() => kept) }
    const world = createWorld({ storage })
    await render(
      <App world={world}>
        <TakoSignIn {...props} />
        <p id="below">What is below.</p>
      </App>,
    )
    await expect.poll(() => box('.takokit-button').width ?? 0).toBeGreaterThan(0)
    expect(world.client.getSnapshot().status).toBe('restoring')
    const before = { button: box('.takokit-button'), below: box('#below') }
    open()
    await expect
      .poll(() => world.client.getSnapshot().status)
      .toBe(who === 'in' ? 'signedIn' : 'signedOut')
    const name = who === 'in' ? /Account/ : 'Sign in'
    await expect.element(page.getByRole('button', { name })).toBeVisible()
    expect({ button: box('.takokit-button'), below: box('#below') }).toEqual(before)
  },
)
