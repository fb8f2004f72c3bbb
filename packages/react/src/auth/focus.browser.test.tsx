import { refreshSession, signOut } from '@takokit/core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useRequireAuth } from '../hooks/useRequireAuth.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import { Vote } from '../testing/Vote.tsx'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'
import { isCovered } from '../utils/isCovered.ts'
import { RequireAuth } from '../session/RequireAuth.tsx'
import '../styles/styles.css'

let world: World | undefined

afterEach(async () => {
  world?.client.dispose()
  await page.viewport(414, 896)
})

const button = (name: string | RegExp) => page.getByRole('button', { name })

async function open(
  children: ReactNode,
  parameters: WorldParameters & { isSignedIn?: boolean } = {},
) {
  const { isSignedIn, ...more } = parameters
  world = createWorld({ wallets: [{ isAuthorized: true }], ...more })
  if (isSignedIn) await world.signInBefore()
  await render(<App world={world}>{children}</App>)
  await expect.poll(() => world?.config.state.status).toBe('connected')
  // What tells is loaded beside the page.
  await expect.poll(() => document.querySelector('[role=status]')?.firstChild).toBeTruthy()
  return world
}

describe('RequireAuth', () => {
  const members = (fallback: ReactNode) => (
    <main>
      <a href="#before">Before</a>
      <RequireAuth fallback={fallback}>
        <h2>For members</h2>
        <button type="button">Vote</button>
      </RequireAuth>
      <a href="#after">After</a>
    </main>
  )

  test('default: who signs in goes on at what took the place of the button', async () => {
    await open(members(<TakoSignIn />))
    await userEvent.tab()
    await userEvent.tab()
    await expect.element(button('Sign in')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Vote')).toHaveFocus()
  })

  test('behavior: words that took the place of the button are where it goes on, and hold no focus later', async () => {
    await open(
      <RequireAuth fallback={<TakoSignIn />}>
        <p>For members.</p>
      </RequireAuth>,
    )
    await button('Sign in').click()
    const words = page.getByText('For members.')
    await expect.element(words).toHaveFocus()
    expect((words.element() as HTMLElement).tabIndex).toBe(-1)
    ;(words.element() as HTMLElement).blur()
    expect(words.element().hasAttribute('tabindex')).toBe(false)
  })

  test.each<[string, (world: World) => unknown]>([
    ['a sign-out', ({ client }) => signOut(client)],
    [
      'a refused refresh',
      ({ client, emulator }) => {
        emulator.tako.revoke('all')
        return refreshSession(client).catch(() => {})
      },
    ],
    ['another account', ({ wallet }) => wallet.controls.switchAccount(1)],
  ])('behavior: at %s the focus goes to the fallback, and its line is seen', async (_, end) => {
    const { client, ...rest } = await open(members(<TakoSignIn />), { isSignedIn: true })
    await expect.element(button('Vote')).toBeVisible()
    button('Vote').element().focus()
    await end({ client, ...rest })
    await expect.element(button('Sign in')).toHaveFocus()
    await expect.poll(() => document.querySelector('.takokit-notice')).toBeTruthy()
    expect(document.activeElement).toBe(button('Sign in').element())
  })

  test('behavior: without a fallback the focus stays where it was, not at the start of the page', async () => {
    const { client } = await open(members(undefined), { isSignedIn: true })
    button('Vote').element().focus()
    await signOut(client)
    await expect.poll(() => document.activeElement).toBe(document.querySelector('main'))
  })

  test('behavior: the focus elsewhere is left alone', async () => {
    const { client } = await open(members(<TakoSignIn />), { isSignedIn: true })
    page.getByRole('link', { name: 'After' }).element().focus()
    await signOut(client)
    await expect.element(button('Sign in')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'After' })).toHaveFocus()
  })
})

test('behavior: a rejection is seen where requireAuth has no control, and what asked has the focus again', async () => {
  const { wallet } = await open(<Vote />)
  wallet.controls.next('reject', { method: 'personal_sign' })
  await button('Vote').click()
  await expect.element(page.getByText(/Nothing was signed/)).toBeVisible()
  await expect.element(button('Vote')).toHaveFocus()
  await expect.element(page.getByText(/Nothing was signed/)).toBeVisible()
})

describe.each([
  ['320 px', 320, 480],
  ['800 px', 800, 700],
])('a dialog that comes while somebody types, at %s', (_, width, height) => {
  test('behavior: leaves the focus, covers nothing of it, and is modal once it is left', async () => {
    await page.viewport(width, height)
    await open(
      <>
        <TakoSignIn />
        <input aria-label="Search" />
        <p>Elsewhere</p>
      </>,
      { wallets: [{ name: 'Harbour', approval: 'manual', isAuthorized: true }] },
    )
    const search = page.getByRole('textbox', { name: 'Search' })
    const input = search.element() as HTMLInputElement
    ;(button('Sign in').element() as HTMLElement).click()
    input.focus()
    await userEvent.keyboard('har')
    const dialog = page.getByRole('dialog')
    await expect.element(dialog).toBeVisible()
    expect(dialog.element().getAttribute('aria-modal')).toBeNull()
    await userEvent.keyboard('bour{Escape}')
    expect(input.value).toBe('harbour')
    await expect.element(search).toHaveFocus()
    expect(isCovered(input, dialog.element())).toBe(false)
    input.blur()
    await expect.poll(() => dialog.element().matches(':modal')).toBe(true)
    expect(dialog.element().getAttribute('aria-modal')).toBe('true')
    await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true)
  })
})

function Search() {
  const requireAuth = useRequireAuth()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void requireAuth().catch(() => {})
      }}
    >
      <input aria-label="Search" />
    </form>
  )
}

test('behavior: what is asked from a field takes the focus, and gives it back', async () => {
  await open(<Search />, { wallets: [{ approval: 'manual', isAuthorized: true }] })
  const search = page.getByRole('textbox', { name: 'Search' })
  search.element().focus()
  await userEvent.keyboard('{Enter}')
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.element().contains(document.activeElement)).toBe(true)
  await userEvent.keyboard('{Escape}')
  await expect.element(search).toHaveFocus()
})
