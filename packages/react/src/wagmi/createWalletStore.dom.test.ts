import { connect, disconnect, reconnect } from 'wagmi/actions'
import { expect, test, vi } from 'vitest'
import { createWorld } from '../testing/createWorld.ts'
import { createWalletStore } from './createWalletStore.ts'

/** A timer that a test fires. */
function createTimer() {
  const due = new Set<() => void>()
  return {
    setTimer(callback: () => void) {
      due.add(callback)
      return () => {
        due.delete(callback)
      }
    },
    pending: () => due.size,
    pass() {
      for (const callback of [...due]) {
        due.delete(callback)
        callback()
      }
    },
  }
}

function setUp(parameters?: Parameters<typeof createWorld>[0]) {
  const world = createWorld(parameters)
  const timer = createTimer()
  const store = createWalletStore(world.config, timer.setTimer)
  const stop = store.start()
  const connector = world.config.connectors[0]
  if (!connector) throw new Error('There is no connector.')
  return { ...world, timer, store, stop, connector }
}

test('default: connected, with its provider, settled after a while', async () => {
  const { config, connector, store, timer, wallet } = setUp()
  await connect(config, { connector })
  expect(store.getSnapshot()).toMatchObject({ status: 'connected', connector })
  await vi.waitFor(
    () => expect(store.getSnapshot()).toMatchObject({ provider: wallet.provider }),
    20_000,
  )
  expect(store.getSettled()).toBeUndefined()
  timer.pass()
  expect(store.getSettled()).toMatchObject({ status: 'connected' })
})

test('behavior: a page that begins without a wallet settles nothing', () => {
  const { store, timer } = setUp()
  timer.pass()
  expect(store.getSnapshot().status).toBe('disconnected')
  expect(store.getSettled()).toBeUndefined()
})

test('behavior: a change before it settled begins anew', async () => {
  const { config, connector, store, timer, wallet } = setUp()
  await connect(config, { connector })
  wallet.controls.switchAccount(1)
  expect(timer.pending()).toBe(1)
  timer.pass()
  expect(store.getSettled()).toMatchObject({ address: wallet.controls.state.address })
})

test('behavior: a disconnect settles', async () => {
  const { config, connector, store, timer } = setUp()
  await connect(config, { connector })
  timer.pass()
  await disconnect(config)
  expect(store.getSettled()?.status).toBe('connected')
  timer.pass()
  expect(store.getSettled()?.status).toBe('disconnected')
})

test('behavior: reconnecting is not believed', async () => {
  const { config, connector, store, timer } = setUp()
  await connect(config, { connector })
  timer.pass()
  const reconnecting = reconnect(config)
  expect(store.getSnapshot().status).toBe('pending')
  expect(timer.pending()).toBe(0)
  await reconnecting
  expect(store.getSnapshot().status).toBe('connected')
})

test('behavior: stops and starts, as StrictMode does', async () => {
  const { config, connector, store, stop, timer } = setUp()
  await connect(config, { connector })
  stop()
  expect(timer.pending()).toBe(0)
  store.start()
  timer.pass()
  expect(store.getSettled()?.status).toBe('connected')
})
