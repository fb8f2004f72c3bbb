import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { App } from '../testing/App.tsx'
import { createWorld } from '../testing/createWorld.ts'
import { TakoSignIn } from './TakoSignIn.tsx'

afterEach(cleanup)

/** A wallet on another device, of which one knows only what connects to it. */
async function pair() {
  const world = createWorld({ wallets: [{ name: 'Any wallet', type: 'walletConnect' }] })
  world.wallet.controls.next('hang', { method: 'personal_sign' })
  render(
    <App world={world}>
      <TakoSignIn />
    </App>,
  )
  const trigger = screen.getByRole('button')
  await waitFor(() => expect(trigger.getAttribute('aria-disabled')).toBeNull())
  return {
    /** What the other end says of itself, from now on. */
    tell(metadata: unknown) {
      Object.assign(world.wallet.provider, { session: { peer: { metadata } } })
    },
    connect: () => fireEvent.click(trigger),
    sign: async () => fireEvent.click(await screen.findByRole('button', { name: /^Sign in with/ })),
  }
}

const title = () =>
  screen.getByRole('dialog').getAttribute('aria-label') ?? screen.getByRole('heading').textContent

test('behavior: behind WalletConnect the wallet’s own name is shown once it is known', async () => {
  const wallet = await pair()
  wallet.connect()
  await waitFor(() => expect(title()).toContain('Any wallet'))
  wallet.tell({ name: 'Phone Fox' })
  await wallet.sign()
  await waitFor(() => expect(title()).toContain('Phone Fox'))
  expect(document.body.textContent).not.toContain('Any wallet')
})

test.each([
  ['nothing', undefined],
  ['no name', {}],
  ['a name that is no text', { name: 7 }],
  ['an empty name', { name: ' ' }],
  ['an object that throws', new Proxy({}, { get: () => Reflect.get(null as never, 'name') })],
])(
  'behavior: one that says %s of itself keeps the name of what connects to it',
  async (_, metadata) => {
    const wallet = await pair()
    wallet.tell(metadata)
    wallet.connect()
    await wallet.sign()
    await waitFor(() => expect(title()).toContain('Any wallet'))
  },
)
