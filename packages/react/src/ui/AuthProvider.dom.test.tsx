import { getSession } from '@takokit/core'
import { act, cleanup, render } from '@testing-library/react'
import { connect, disconnect } from 'wagmi/actions'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { App, type AppProps } from '../testing/App.tsx'
import { createWorld, type WorldParameters } from '../testing/createWorld.ts'
import { pass, until } from '../testing/until.ts'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

const authorized: WorldParameters = { wallets: [{ isAuthorized: true }] }

/** A reloaded page: signed in, and the wallet reconnects by itself. */
async function reload(parameters = authorized, props: Partial<AppProps> = {}) {
  const world = createWorld(parameters)
  await world.signInBefore()
  const { unmount } = render(<App world={world} {...props} />)
  const statusOf = () => getSession(world.client).status
  const reasonOf = () => getSession(world.client).reason
  return { ...world, unmount, statusOf, reasonOf }
}

test('default: a reconnected wallet leaves the session alone', async () => {
  const { config, statusOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(5_000)
  expect(statusOf()).toBe('signedIn')
})

test('behavior: a settled disconnect signs out, not before', async () => {
  const { config, statusOf, reasonOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  await act(() => disconnect(config))
  await pass(249)
  expect(statusOf()).toBe('signedIn')
  await pass(1)
  await until(() => expect(statusOf()).toBe('signedOut'))
  expect(reasonOf()).toBe('wallet-disconnected')
})

test('behavior: a disconnect that is over at once is nothing', async () => {
  const { config, statusOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  await act(() => disconnect(config))
  await pass(100)
  const [connector] = config.connectors
  await act(async () => connector && connect(config, { connector }))
  await pass(5_000)
  expect(statusOf()).toBe('signedIn')
})

test('behavior: a locked wallet signs out', async () => {
  const { config, wallet, statusOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  act(() => wallet.controls.lock())
  await pass(300)
  await until(() => expect(statusOf()).toBe('signedOut'))
})

test('behavior: another account signs out', async () => {
  const { config, wallet, statusOf, reasonOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  act(() => wallet.controls.switchAccount(1))
  await pass(249)
  expect(statusOf()).toBe('signedIn')
  await pass(1)
  await until(() => expect(statusOf()).toBe('signedOut'))
  expect(reasonOf()).toBe('account-changed')
})

test('behavior: there and back again is no switch', async () => {
  const { config, wallet, statusOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  act(() => wallet.controls.switchAccount(1))
  await pass(100)
  act(() => wallet.controls.switchAccount(0))
  await pass(5_000)
  expect(statusOf()).toBe('signedIn')
})

test('behavior: an account that changed while the page was away signs out', async () => {
  const { statusOf } = await reload({ wallets: [{ isAuthorized: true, accounts: [1, 0] }] })
  await pass(300)
  await until(() => expect(statusOf()).toBe('signedOut'))
})

test('behavior: a wallet that does not come back after loading is not believed to be gone', async () => {
  const { config, statusOf } = await reload({ wallets: [{ isAuthorized: false }] })
  await until(() => expect(config.state.status).toBe('disconnected'))
  await pass(60_000)
  expect(statusOf()).toBe('signedIn')
})

test.each([0, 1, 20, 1_000, 10_000])(
  'behavior: a wallet that hides its account at load, after %i ms, is unknown, not gone',
  async (delayMs) => {
    const world = createWorld({ wallets: [{ isAuthorized: false }], isRemembered: true })
    const { provider } = world.wallet
    const request = provider.request as (asked: { method: string }) => Promise<unknown>
    Object.assign(provider, {
      async request(asked: { method: string }) {
        if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
        return request(asked)
      },
    })
    await world.signInBefore()
    render(<App world={world} />)
    await pass(60_000)
    expect(world.config.state.status).toBe('disconnected')
    expect(getSession(world.client).status).toBe('signedIn')
  },
)

test('behavior: without reconnecting nothing is known, and nothing ends', async () => {
  const { statusOf } = await reload(authorized, { reconnectOnMount: false })
  await pass(60_000)
  expect(statusOf()).toBe('signedIn')
})

test('parameters: onAccountChange keep', async () => {
  const { config, wallet, statusOf } = await reload(authorized, { onAccountChange: 'keep' })
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  act(() => wallet.controls.switchAccount(1))
  await pass(1_000)
  await act(() => disconnect(config))
  await pass(1_000)
  expect(statusOf()).toBe('signedIn')
})

test('parameters: onAccountChange switch', async () => {
  const { client, config, wallet } = await reload(authorized, { onAccountChange: 'switch' })
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  const first = getSession(client).address
  act(() => wallet.controls.switchAccount(1))
  await pass(250)
  expect(getSession(client)).toMatchObject({ status: 'signedOut', address: undefined })
  act(() => wallet.controls.switchAccount(0))
  await pass(250)
  expect(getSession(client)).toMatchObject({ status: 'signedIn', address: first })
})

test('behavior: nothing follows the wallet after it is gone from the page', async () => {
  const { config, unmount, statusOf } = await reload()
  await until(() => expect(config.state.status).toBe('connected'))
  await pass(250)
  unmount()
  await disconnect(config)
  await pass(5_000)
  expect(statusOf()).toBe('signedIn')
})
