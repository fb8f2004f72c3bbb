import { getSession } from '@takokit/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { connect, disconnect } from 'wagmi/actions'
import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld, type World, type WorldParameters } from '../testing/createWorld.ts'
import { pass } from '../testing/until.ts'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'

afterEach(cleanup)

const authorized = { wallets: [{ isAuthorized: true }] } satisfies WorldParameters
type Request = (asked: { method: string; params?: unknown }) => Promise<unknown>

/** Replaces a wallet's answer to one method. */
function answer({ provider }: World['wallet'], method: string, give: (real: Request) => unknown) {
  const real = provider.request as Request
  Object.assign(provider, {
    request: async (asked: Parameters<Request>[0]) =>
      asked.method === method ? give(() => real(asked)) : real(asked),
  })
}

async function show(world: World, props: TakoSignInProps = {}) {
  render(
    <App world={world}>
      <TakoSignIn {...props} />
    </App>,
  )
  await waitFor(() => expect(screen.getByRole('button').getAttribute('aria-disabled')).toBeNull())
}

async function open(parameters: WorldParameters, props?: TakoSignInProps) {
  const world = createWorld(parameters)
  await show(world, props)
  return world
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const statusOf = ({ client }: World) => getSession(client).status

async function alertCode(): Promise<string | undefined> {
  return (await screen.findByRole('alert')).dataset.code
}

test.each([
  ['no account', []],
  ['nothing', null],
  ['no list', '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'],
  ['a list of nothing', [null]],
  ['a list in a list', [['0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266']]],
  ['a list of objects', [{ address: '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266' }]],
  ['an account of another chain', ['7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV']],
  ['what is no address', ['somebody']],
])(
  'behavior: a wallet that connects with %s is not connected, and can be asked again',
  async (_, accounts) => {
    const world = await open({})
    let isOdd = true
    for (const method of ['eth_requestAccounts', 'eth_accounts'])
      answer(world.wallet, method, (real) => (isOdd ? accounts : real({ method })))
    answer(world.wallet, 'wallet_requestPermissions', () => Promise.reject(new Error('not here')))
    press('Sign in')
    expect(await alertCode()).toBe('wallet/not-connected')
    expect(screen.getByRole('alert').textContent).not.toBe('')
    isOdd = false
    press('Try again')
    await waitFor(() => expect(statusOf(world)).toBe('signedIn'))
  },
)

const meanwhile: Record<string, (world: World) => unknown> = {
  'the same account in another case': ({ config }) =>
    config.setState((state) => ({
      ...state,
      connections: new Map(
        [...state.connections].map(([uid, connection]) => [
          uid,
          { ...connection, accounts: [connection.accounts[0].toLowerCase() as `0x${string}`] },
        ]),
      ),
    })),
  'nothing, then the account': ({ wallet: { controls } }) => {
    controls.lock()
    controls.unlock()
  },
  'another chain': ({ wallet: { controls } }) => controls.switchChain(11155111),
  'another account and back': ({ wallet: { controls } }) => {
    controls.switchAccount(1)
    controls.switchAccount(0)
  },
  async 'a disconnect and a connection'({ config }) {
    const [connector] = config.connectors as [World['config']['connectors'][number]]
    await disconnect(config)
    await connect(config, { connector })
  },
}

/** Asked to sign, and waiting for the user. */
async function openSigning() {
  const world = await open({ wallets: [{ isAuthorized: true, approval: 'manual' }] })
  await waitFor(() => expect(world.config.state.status).toBe('connected'))
  press('Sign in')
  await world.wallet.controls.waitForPending({ kind: 'sign' })
  world.wallet.controls.configure({ approval: 'auto' })
  return world
}

/** Lets something happen and 400 ms pass, as fast as the machine is: what changes about a wallet counts after 250. */
async function settle(happen: () => unknown): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await act(async () => void (await happen()))
  for (let turn = 0; turn < 40; turn++) {
    await act(() => new Promise(setImmediate))
    await pass(10)
  }
  vi.useRealTimers()
}

test.each(Object.entries(meanwhile))(
  'behavior: %s while signing drops no signature',
  async (_, happen) => {
    const world = await openSigning()
    await settle(() => happen(world))
    act(() => world.wallet.controls.approve())
    await waitFor(() => expect(statusOf(world)).toBe('signedIn'))
  },
)

test('behavior: canceled while connecting and approved late, nothing is to be signed', async () => {
  const world = await open({ wallets: [{ approval: 'manual' }] })
  await waitFor(() => expect(world.config.state.status).toBe('disconnected'))
  press('Sign in')
  await world.wallet.controls.waitForPending({ kind: 'connect' })
  fireEvent.click(await screen.findByRole('button', { name: 'Close' }))
  await settle(() => world.wallet.controls.approve())
  expect(world.wallet.controls.requests.byMethod.personal_sign).toBeUndefined()
  expect(statusOf(world)).toBe('signedOut')
})

test.each([
  ['leaves', 'wallet/not-connected', ({ wallet }: World) => wallet.controls.revoke()],
  [
    'changes its account',
    'wallet/account-changed',
    ({ wallet }: World) => wallet.controls.switchAccount(1),
  ],
])('behavior: a wallet that %s while signing', async (_, code, happen) => {
  const world = await openSigning()
  act(() => happen(world))
  expect(await alertCode()).toBe(code)
})

test.each([
  ['refuses', () => Promise.reject(new Error('No matching key.'))],
  ['never answers', () => new Promise<void>(() => {})],
])(
  'behavior: a wallet that %s to disconnect is let go of within two seconds',
  async (_, refuse) => {
    const world = await open(authorized, { mode: 'connect' })
    const [connector] = world.config.connectors as [World['config']['connectors'][number]]
    connector.disconnect = refuse
    await waitFor(() => expect(world.config.state.status).toBe('connected'))
    fireEvent.click(await screen.findByRole('button', { name: /^Account/ }))
    fireEvent.click(await screen.findByText('Disconnect'))
    await waitFor(() => expect(world.config.state.status).toBe('disconnected'), { timeout: 2_000 })
    await screen.findByRole('button', { name: 'Connect wallet' })
    // A page that loads later does not take it for connected either.
    expect(await world.storage.getItem(`${connector.id}.disconnected` as never)).toBe(true)
  },
)

const releases: (() => void)[] = []
// wagmi runs one reconnect at a time, over all configs of a page.
afterEach(async () => {
  await settle(() => {
    for (const release of releases.splice(0)) release()
  })
})

/** A wallet that does not return its accounts until it is released. */
function hang(wallet: World['wallet']): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  answer(wallet, 'eth_accounts', async (real) => {
    await released
    return real({ method: 'eth_accounts' })
  })
  releases.push(release)
  return release
}

test('behavior: while another wallet hangs, what one has answered is used at once', async () => {
  const world = createWorld({
    wallets: [{ isAuthorized: true }, { name: 'Hanging', isAuthorized: true }],
    isRemembered: true,
  })
  // wagmi reads meanwhile what it remembers.
  await settle(() => hang(world.wallets[1] as World['wallet']))
  await show(world)
  await waitFor(() => expect(world.config.state.status).toBe('reconnecting'))
  press('Sign in')
  await waitFor(() => expect(statusOf(world)).toBe('signedIn'))
  expect(world.wallet.controls.requests.prompts).toBe(1)
  expect(world.config.state.status).toBe('reconnecting')
})

test('behavior: a choice leaves at once while another wallet hangs, and is kept when that one answers', async () => {
  const world = createWorld({
    wallets: [{ name: 'Hanging', isAuthorized: true }, { name: 'Quick' }],
  })
  const [hanging, quick] = world.wallets as [World['wallet'], World['wallet']]
  const release = hang(hanging)
  await show(world)
  press('Sign in')
  const choice = await screen.findByRole('button', { name: /Quick/ })
  expect(world.config.state.status).toBe('connecting')
  // No timer fires meanwhile, which proves that none is waited for.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  fireEvent.click(choice)
  for (let turn = 0; turn < 100 && quick.controls.requests.prompts === 0; turn++)
    await act(() => new Promise(setImmediate))
  vi.useRealTimers()
  expect(quick.controls.requests.prompts).toBeGreaterThan(0)
  await waitFor(() => expect(statusOf(world)).toBe('signedIn'))
  await settle(release)
  expect(statusOf(world)).toBe('signedIn')
  const { connectors, state } = world.config
  expect(connectors.find(({ uid }) => uid === state.current)?.name).toBe('Quick')
})

test('behavior: after a reload the known account signs, without a choice', async () => {
  const world = createWorld({
    wallets: [{ isAuthorized: true }, { name: 'Lantern' }],
    isRemembered: true,
  })
  const release = hang(world.wallet)
  await show(world)
  press('Sign in')
  await screen.findByRole('heading', { name: /Open/ })
  release()
  await waitFor(() => expect(statusOf(world)).toBe('signedIn'))
  expect(world.wallet.controls.requests.prompts).toBe(1)
})
