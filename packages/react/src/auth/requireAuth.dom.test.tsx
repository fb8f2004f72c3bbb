import {
  type AuthStorage,
  cancelSignIn,
  getSession,
  memoryStorage,
  signIn,
  signOut,
} from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import type { Address } from 'viem'
import { afterEach, expect, test, vi } from 'vitest'
import { useRequireAuth } from '../hooks/useRequireAuth.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'
import { RequireAuth } from '../session/RequireAuth.tsx'

afterEach(cleanup)

function Bid({ onDone }: { onDone: (outcome: unknown) => void }) {
  const requireAuth = useRequireAuth()
  return <button onClick={() => void requireAuth().then(onDone, onDone)}>Bid</button>
}

function show(world: World, withButton: boolean) {
  const onDone = vi.fn()
  render(
    <App world={world}>
      {withButton && <TakoSignIn />}
      <Bid onDone={onDone} />
    </App>,
  )
  return onDone
}

test.each([true, false])(
  'default: signs in, then goes on (own control: %s)',
  async (withButton) => {
    const world = createWorld()
    const onDone = show(world, withButton)
    await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
    fireEvent.click(screen.getByText('Bid'))
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(onDone).toHaveBeenCalledWith(expect.objectContaining({ status: 'signedIn' }))
    expect(world.wallet.controls.requests.byMethod.personal_sign).toBe(1)
  },
)

test('behavior: signed in already, it goes on at once', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  const onDone = show(world, false)
  fireEvent.click(screen.getByText('Bid'))
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  expect(world.wallet.controls.requests.prompts).toBe(0)
})

test('behavior: closed, it says so, and can be asked again', async () => {
  const world = createWorld({ wallets: [{ name: 'One' }, { name: 'Two' }] })
  const onDone = show(world, false)
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  for (const times of [1, 2]) {
    fireEvent.click(screen.getByText('Bid'))
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(times))
    expect(onDone).toHaveBeenLastCalledWith(expect.objectContaining({ code: 'sign-in/cancelled' }))
  }
})

test('behavior: refused in the wallet, it says so', async () => {
  const world = createWorld()
  world.wallet.controls.next('reject', { method: 'personal_sign' })
  const onDone = show(world, true)
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  fireEvent.click(screen.getByText('Bid'))
  await waitFor(() =>
    expect(onDone).toHaveBeenCalledWith(expect.objectContaining({ code: 'wallet/rejected' })),
  )
})

test('RequireAuth: shows its children to those who are signed in', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  render(
    <App world={world}>
      <RequireAuth fallback="Please sign in">For members</RequireAuth>
    </App>,
  )
  expect(document.body.textContent).toContain('For members')
  await act(() => signOut(world.client))
  expect(document.body.textContent).toContain('Please sign in')
  expect(document.body.textContent).not.toContain('For members')
  expect(getSession(world.client).status).toBe('signedOut')
})

test('RequireAuth: what it shows stays while its user signs in anew', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  const onUnmount = vi.fn()
  function Members() {
    useEffect(() => onUnmount, [])
    return 'For members'
  }
  render(
    <App world={world}>
      <RequireAuth fallback="Please sign in">
        <Members />
      </RequireAuth>
    </App>,
  )
  const { account = '' } = getSession(world.client)
  const signer = { address: account as Address, signMessage: () => new Promise<never>(() => {}) }
  act(() => void signIn(world.client, { signer }).catch(() => {}))
  expect(getSession(world.client).step).toBe('signing')
  expect(document.body.textContent).toContain('For members')
  act(() => cancelSignIn(world.client))
  expect(document.body.textContent).toContain('For members')
  expect(onUnmount).not.toHaveBeenCalled()
})

/** A storage that says nothing until it is let. */
function slowStorage() {
  const storage = memoryStorage()
  let open = () => {}
  const isOpen = new Promise<void>((resolve) => {
    open = resolve
  })
  const slow: AuthStorage = { ...storage, open: (how) => isOpen.then(() => storage.open(how)) }
  return { slow, open }
}

test.each([
  ['its own element', { restoring: 'One moment' }, 'One moment'],
  ['nothing', { restoring: null }, ''],
  ['the fallback, where it has none', {}, 'Please sign in'],
])(
  'parameters: RequireAuth restoring: until it is known, %s is shown',
  async (_, props, expected) => {
    const { slow, open } = slowStorage()
    const world = createWorld({ storage: slow })
    const { container } = render(
      <App world={world}>
        <RequireAuth fallback="Please sign in" {...props}>
          For members
        </RequireAuth>
      </App>,
    )
    expect(getSession(world.client).status).toBe('restoring')
    expect(container.textContent).toBe(expected)
    act(open)
    await waitFor(() => expect(container.textContent).toBe('Please sign in'))
  },
)
