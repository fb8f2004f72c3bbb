import { getSession } from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { connect } from 'wagmi/actions'
import { useRequireAuth } from '../hooks/useRequireAuth.ts'
import { App } from '../testing/App.tsx'
import { createWorld, type WorldParameters } from '../testing/createWorld.ts'
import { TakoSignIn } from '../ui/TakoSignIn.tsx'

afterEach(cleanup)

function Bid({ onDone }: { onDone: (outcome: unknown) => void }) {
  const requireAuth = useRequireAuth()
  return <button onClick={() => void requireAuth().then(onDone, onDone)}>Bid</button>
}

/** A dapp whose wallets are connected by another kit. */
async function show(open: () => unknown, parameters: WorldParameters = {}) {
  const world = createWorld({ wallets: [{ name: 'One' }, { name: 'Two' }], ...parameters })
  const onConnect = vi.fn(open)
  const onDone = vi.fn()
  render(
    <App world={world} onConnect={onConnect}>
      <TakoSignIn />
      <Bid onDone={onDone} />
    </App>,
  )
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  /** What the other kit does with a choice. */
  async function choose() {
    const [connector] = world.config.connectors
    if (!connector) throw new Error('There is no connector.')
    await act(() => connect(world.config, { connector }))
  }
  const prompts = () => world.wallet.controls.requests.byMethod.personal_sign ?? 0
  return { world, onConnect, onDone, choose, prompts }
}

test.each(['Sign in', 'Bid'])(
  'default: "%s" opens the other kit’s dialog, and signs with what it connects',
  async (label) => {
    const { world, onConnect, choose, prompts } = await show(() => {})
    fireEvent.click(await screen.findByText(label))
    await waitFor(() => expect(onConnect).toHaveBeenCalledOnce())
    expect(screen.queryByRole('dialog')).toBeNull()
    await choose()
    await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
    expect(prompts()).toBe(1)
    expect(onConnect).toHaveBeenCalledOnce()
  },
)

test('behavior: their dialog closes without a wallet: cancelled, and the next click opens it again', async () => {
  const { onConnect, onDone, prompts } = await show(async () => {})
  for (const times of [1, 2]) {
    fireEvent.click(screen.getByText('Bid'))
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(times))
    expect(onDone).toHaveBeenLastCalledWith(expect.objectContaining({ code: 'sign-in/cancelled' }))
    expect(onConnect).toHaveBeenCalledTimes(times)
  }
  expect(prompts()).toBe(0)
})

test('behavior: it cannot be told that their dialog has closed: the next click opens it again, and one prompt follows', async () => {
  const { world, onConnect, onDone, choose, prompts } = await show(() => {})
  for (const times of [1, 2, 3]) {
    fireEvent.click(screen.getByText('Bid'))
    await waitFor(() => expect(onConnect).toHaveBeenCalledTimes(times))
  }
  await choose()
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(3))
  expect(getSession(world.client).status).toBe('signedIn')
  expect(prompts()).toBe(1)
})

test('behavior: a wallet whose prompt needs a tap of its own is asked at the next one', async () => {
  const { world, choose, prompts } = await show(() => {}, {
    wallets: [{ name: 'One', type: 'popup' }],
  })
  fireEvent.click(await screen.findByText('Sign in'))
  await choose()
  fireEvent.click(await screen.findByRole('button', { name: /^Sign in with \u2068?One/ }))
  await waitFor(() => expect(getSession(world.client).status).toBe('signedIn'))
  expect(prompts()).toBe(1)
})

test('behavior: it throws: the dialog says so', async () => {
  const { onDone } = await show(() => {
    throw new TypeError('openConnectModal is not a function')
  })
  fireEvent.click(screen.getByText('Bid'))
  expect(await screen.findByRole('alert')).toHaveProperty('dataset.code', 'internal/unexpected')
  expect(onDone).not.toHaveBeenCalled()
})
