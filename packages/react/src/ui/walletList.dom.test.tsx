import { createTestWallet, type TestWallet } from '@takokit/test-wallet'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createConfig, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { App } from '../testing/App.tsx'
import { createWorld, type World } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

const stops: (() => void)[] = []
afterEach(() => {
  cleanup()
  for (const stop of stops.splice(0)) stop()
})

type Parameters = Partial<globalThis.Parameters<typeof createConfig>[0]>

/** An application that lists announced wallets. */
function createPage(parameters: Parameters = {}): World {
  const world = createWorld()
  const transport = custom({ request: () => Promise.reject(new Error('no chain')) })
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: transport },
    storage: world.storage,
    ...parameters,
  } as never) as unknown as World['config']
  return { ...world, config }
}

async function show(world: World): Promise<void> {
  render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  const trigger = screen.getByRole('button')
  await waitFor(() => expect(trigger.getAttribute('aria-disabled')).toBeNull())
}

const press = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))

async function listed(): Promise<(string | undefined)[]> {
  const list = await screen.findByRole('list')
  return within(list)
    .getAllByRole('button')
    .map((row) => row.querySelector('span:not([aria-hidden])')?.textContent ?? undefined)
}

function announce(wallet: TestWallet): void {
  stops.push(wallet.announce())
}

function announceOdd(info: unknown): void {
  const { provider } = createTestWallet()
  const detail = Object.freeze({ info, provider })
  const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', tell)
  stops.push(() => window.removeEventListener('eip6963:requestProvider', tell))
  tell()
}

const named = (name: string) => createTestWallet({ name })

test('behavior: wallets that wagmi dropped are asked again when the list opens', async () => {
  const wallets = [named('Fine'), named('Other')]
  // wagmi ignores announcements until its storage has been read.
  const world = createPage()
  for (const wallet of wallets) announce(wallet)
  expect(world.config.connectors).toHaveLength(0)
  await show(world)
  press()
  expect(await listed()).toEqual(['Fine', 'Other'])
})

test('behavior: one that comes late joins the list', async () => {
  const world = createPage()
  announce(named('Fine'))
  announce(named('Other'))
  await show(world)
  press()
  expect(await listed()).toEqual(['Fine', 'Other'])
  act(() => announce(named('Late')))
  await waitFor(async () => expect(await listed()).toEqual(['Fine', 'Other', 'Late']))
})

test.each([
  ['no name', { uuid: 'a', icon: '', rdns: 'io.odd' }, 'io.odd'],
  ['a name that is null', { uuid: 'a', name: null, icon: '', rdns: 'io.odd' }, 'io.odd'],
  ['an icon that is no text', { uuid: 'a', name: 'Odd', icon: { url: '' }, rdns: 'io.odd' }, 'Odd'],
  [
    'an icon of 2 MB',
    { uuid: 'a', name: 'Odd', icon: `data:image/png,${'A'.repeat(2e6)}`, rdns: 'io.odd' },
    'Odd',
  ],
  [
    'an endless name',
    { uuid: 'a', name: 'O'.repeat(100_000), icon: '', rdns: 'io.odd' },
    `${'O'.repeat(59)}…`,
  ],
  ['a name that turns the line', { uuid: 'a', name: '\u202eddO', icon: '', rdns: 'io.odd' }, 'ddO'],
])('behavior: an announcement with %s hides no other wallet', async (_, info, shown) => {
  const world = createPage()
  announce(named('Fine'))
  announceOdd(info)
  announce(named('Other'))
  await show(world)
  press()
  expect(new Set(await listed())).toEqual(new Set(['Fine', 'Other', shown]))
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
})

test('behavior: a wallet that announces itself twice, with another uuid, is listed once', async () => {
  const world = createPage()
  announce(named('Fine'))
  announce(named('Other'))
  announce(named('Fine'))
  await show(world)
  press()
  expect(await listed()).toEqual(['Fine', 'Other'])
})

test('behavior: the recent one is first from the first frame', async () => {
  const world = createPage()
  const recent = named('Recent')
  for (const wallet of [named('Fine'), named('Other'), recent]) announce(wallet)
  await world.storage.setItem('recentConnectorId' as never, recent.info.rdns as never)
  await show(world)
  const seen: string[] = []
  const watch = new MutationObserver(() => {
    const first = document.querySelector('.takokit-wallet span:not([aria-hidden])')?.textContent
    if (first && seen.at(-1) !== first) seen.push(first)
  })
  watch.observe(document.body, { childList: true, subtree: true })
  press()
  expect(await listed()).toEqual(['Recent', 'Fine', 'Other'])
  // Read again, later than by the list: had it been read late, it would have moved by now.
  await act(async () => void (await world.storage.getItem('recentConnectorId' as never)))
  watch.disconnect()
  expect(seen).toEqual(['Recent'])
})

test('behavior: a configured target without a wallet is listed, and not called installed', async () => {
  const world = createPage({
    connectors: [
      injected({ target: { id: 'rabby', name: 'Rabby', provider: () => undefined } }),
      injected({ target: 'metaMask' }),
    ],
  })
  announce(named('Fine'))
  await show(world)
  press()
  expect(await listed()).toEqual(['Fine', 'Rabby', 'MetaMask'])
  expect(screen.getAllByText('Installed')).toHaveLength(1)
})

test('behavior: the only wallet is asked without a choice, unless the remembered one is to come', async () => {
  const world = createPage()
  announce(named('Fine'))
  await world.storage.setItem('recentConnectorId' as never, 'io.late' as never)
  await show(world)
  press()
  expect(await listed()).toEqual(['Fine'])
  expect(world.config.state.status).toBe('disconnected')
})

test('behavior: a picture that does not load, or a function of one', async () => {
  const target = (id: string, more: object) => {
    const make = injected({
      target: { id, name: id, provider: createTestWallet().provider as never },
    })
    const connector: typeof make = (config) => ({ ...make(config), ...more })
    return connector
  }
  const picture = 'data:image/png;base64,AA'
  const world = createPage({
    connectors: [
      target('Broken', { icon: 'https://example.com/gone.png' }),
      target('Given', { rkDetails: { iconUrl: async () => picture } }),
      target('🦊 Fox', { icon: () => Promise.reject(new Error('no')) }),
    ],
  })
  await show(world)
  press()
  await listed()
  const faces = () =>
    [...document.querySelectorAll('.takokit-wallet')].map(
      ({ firstElementChild: face }) => face?.getAttribute('src') ?? face?.textContent,
    )
  await waitFor(() => expect(faces()).toEqual(['https://example.com/gone.png', picture, '🦊']))
  fireEvent.error(document.querySelector('.takokit-wallet img') as Element)
  expect(faces()).toEqual(['B', picture, '🦊'])
})
