import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Session } from '../exports/index.ts'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'

afterEach(cleanup)

const wallets = [{ name: 'Harbour' }, { name: 'Lantern' }]
const list = () => screen.queryByRole('button', { name: /Harbour/ })

async function show(props: TakoSignInProps) {
  const world = createWorld({ wallets })
  const view = (more: TakoSignInProps) => (
    <App world={world}>
      <TakoSignIn {...props} {...more} />
    </App>
  )
  const { rerender } = render(view({}))
  await screen.findByRole('button', { name: 'Sign in' })
  return { world, change: (more: TakoSignInProps) => rerender(view(more)) }
}

test('parameters: defaultOpen: the dialog is there at the start, and can be closed', async () => {
  await show({ defaultOpen: true })
  await waitFor(() => expect(list()).not.toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(list()).toBeNull())
})

test('parameters: open: a page that says true shows the dialog, and false closes it', async () => {
  const { change } = await show({ open: true })
  await waitFor(() => expect(list()).not.toBeNull())
  change({ open: false })
  await waitFor(() => expect(list()).toBeNull())
})

test('parameters: open false: a tap opens nothing, and the page is asked', async () => {
  const onOpenChange = vi.fn<NonNullable<TakoSignInProps['onOpenChange']>>()
  const { world } = await show({ open: false, onOpenChange })
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  await waitFor(() => expect(onOpenChange.mock.calls.map(([isOpen]) => isOpen)).toContain(true))
  expect(list()).toBeNull()
})

async function showMenu(props: Parameters<typeof Session.Root>[0]) {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  render(
    <App world={world}>
      <Session.Root {...props}>
        <Session.Trigger>Account</Session.Trigger>
        <Session.Menu>
          <Session.SignOut />
        </Session.Menu>
      </Session.Root>
    </App>,
  )
  const trigger = await screen.findByRole('button', { name: 'Account' })
  return { trigger, isOpen: () => trigger.getAttribute('aria-expanded') === 'true' }
}

test('parameters: Session.Root defaultOpen: the menu is open at the start', async () => {
  const { isOpen } = await showMenu({ defaultOpen: true })
  expect(isOpen()).toBe(true)
})

test('parameters: Session.Root open: a tap changes nothing, and the page is asked', async () => {
  const onOpenChange = vi.fn<(isOpen: boolean) => void>()
  const { trigger, isOpen } = await showMenu({ open: false, onOpenChange })
  fireEvent.click(trigger)
  expect(onOpenChange.mock.calls.map(([open]) => open)).toEqual([true])
  expect(isOpen()).toBe(false)
})

test('default: aria-expanded of the account button says whether its menu is open', async () => {
  const { trigger, isOpen } = await showMenu({})
  expect(trigger.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(trigger)
  expect(isOpen()).toBe(true)
})
