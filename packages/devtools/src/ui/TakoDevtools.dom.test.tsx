import { getAuthToken, refreshSession } from '@takokit/core'
import { createWorld } from '@takokit/testing'
import { renderInWorld } from '@takokit/testing/testing-library'
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createNetworkSwitch } from '../network/createNetworkSwitch.ts'
import { shadowOf } from '../testing/shadowOf.ts'
import { DevtoolsPanel } from './DevtoolsPanel.tsx'
import { TakoDevtools } from './TakoDevtools.tsx'
import { takoDevtoolsPlugin } from './takoDevtoolsPlugin.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

async function openPanel(world = createWorld()) {
  await world.signInBefore()
  const { container } = renderInWorld(<DevtoolsPanel />, { world })
  const shadow = shadowOf(container)
  return { world, shadow, panel: within(shadow) }
}

test('default: a button opens the panel, Escape closes it, and the focus follows', async () => {
  const { container } = renderInWorld(<TakoDevtools />)
  const shadow = shadowOf(container)
  const panel = within(shadow)
  fireEvent.click(panel.getByRole('button', { name: 'Open the takokit devtools' }))
  const region = panel.getByRole('complementary', { name: 'takokit devtools' })
  expect(panel.getAllByText('No session: tako.')).toHaveLength(1)
  fireEvent.keyDown(region, { key: 'Escape' })
  const button = panel.getByRole('button', { name: 'Open the takokit devtools' })
  expect((shadow as unknown as ShadowRoot).activeElement).toBe(button)
})

test('behavior: a session is told of as it is renewed, and as it ends', async () => {
  const { world, panel } = await openPanel()
  await act(() => refreshSession(world.client))
  await panel.findByText('Renewed the tokens')
  expect(panel.getByTestId('tako-gen').textContent).toBe('1')
  expect(panel.getByTestId('tako-fetched').textContent).toContain('by this tab')
  world.emulator.tako.failNext('500', { times: 9 })
  await act(() => refreshSession(world.client).catch(() => {}))
  await panel.findByText(/1 failed \(provider\/unavailable\); tries again in/)
})

test('behavior: no token and no whole account is shown or copied', async () => {
  const copied: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied.push(text)
  })
  const { world, shadow, panel } = await openPanel()
  const first = await getAuthToken(world.client)
  await act(() => refreshSession(world.client))
  await panel.findByText('Renewed the tokens')
  fireEvent.click(panel.getByRole('button', { name: 'Copy' }))
  await panel.findByRole('button', { name: 'Copied' })
  const address = world.wallet.controls.state.address
  for (const text of [shadow.innerHTML, ...copied])
    for (const secret of [first, await getAuthToken(world.client), 'eyJ', address])
      expect(text).not.toContain(secret)
  expect(copied[0]?.split('\n').map((line) => JSON.parse(line).type)).toContain('tokensRefreshed')
})

test('behavior: the filter finds events by anything that is said of them', async () => {
  const { world, panel } = await openPanel()
  await act(() => refreshSession(world.client))
  await panel.findByText('Renewed the tokens')
  const filter = panel.getByRole('searchbox', { name: 'Filter the events' })
  fireEvent.change(filter, { target: { value: 'RENEWED' } })
  const list = panel.getByRole('list', { name: 'What happened, newest first' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  fireEvent.change(filter, { target: { value: 'nothing like it' } })
  expect(list.textContent).toBe('No event is like that.')
})

test('parameters: what is not given has no buttons', async () => {
  const { panel } = await openPanel()
  expect(panel.queryByRole('heading', { name: 'Simulate' })).toBeNull()
  expect(panel.queryByRole('heading', { name: 'The wallet’s requests' })).toBeNull()
})

test('parameters: wallet, emulator, network, clock', async () => {
  const world = createWorld({ wallets: [{ isAuthorized: true }] })
  await world.signInBefore()
  const network = createNetworkSwitch()
  const { wallet, emulator, clock } = world
  const props = { wallet, emulator, network, clock }
  const { container } = renderInWorld(<DevtoolsPanel {...props} />, { world })
  const panel = within(shadowOf(container))
  const press = (name: string) => fireEvent.click(panel.getByRole('button', { name }))
  const sign = () =>
    wallet.provider.request({
      method: 'personal_sign',
      params: ['0x00', wallet.controls.state.address],
    })

  press('Reject the next request')
  await panel.findByText('The wallet refuses what it is asked next.')
  await expect(sign()).rejects.toMatchObject({ code: 4001 })
  await panel.findByText('asked the user · failed: 4001')

  const at = world.clock.now()
  press('1 h later')
  expect(world.clock.now() - at).toBeGreaterThanOrEqual(3_600_000)

  expect(panel.getByTestId('tako-lifetime').textContent).toBe('1 h 0 min')
  const expire = vi.spyOn(emulator.tako, 'expireAccess')
  press('Expire the tokens')
  await waitFor(() => expect(expire).toHaveBeenCalledOnce())

  const offline = panel.getByRole('button', { name: 'Offline' })
  fireEvent.click(offline)
  expect(offline.getAttribute('aria-pressed')).toBe('true')
  await expect(network.fetch('http://localhost/')).rejects.toThrow('Failed to fetch')
  fireEvent.click(offline)
  expect(network.isOffline()).toBe(false)
})

test('behavior: a request that waits is decided in the panel', async () => {
  const world = createWorld({ wallets: [{ approval: 'manual' }] })
  const { wallet } = world
  const { container } = renderInWorld(<DevtoolsPanel wallet={wallet} />, { world })
  const panel = within(shadowOf(container))
  const asked = wallet.provider.request({ method: 'eth_requestAccounts' })
  fireEvent.click(await panel.findByRole('button', { name: 'Approve' }))
  expect(await asked).toHaveLength(1)
  expect(wallet.controls.pending).toEqual([])
})

test('takoDevtoolsPlugin: the panel, as TanStack Devtools takes it', async () => {
  const { render, ...plugin } = takoDevtoolsPlugin()
  expect(plugin).toEqual({ id: 'takokit', name: 'takokit' })
  const { container } = renderInWorld(render)
  const headings = within(shadowOf(container)).getAllByRole('heading', { level: 2 })
  expect(headings[0]?.textContent).toMatch(/takokit devtools/)
})
