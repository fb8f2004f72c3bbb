import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test'
import { inWorld, type Loaded, renderIn, threeWallets } from '../testing/storyWorld.tsx'
import { TakoSignIn, type TakoSignInProps } from './TakoSignIn.tsx'

const meta = {
  title: 'TakoSignIn/States',
  component: TakoSignIn,
  args: { size: 'md', mode: 'connect-and-sign', onOpenChange: fn() },
  argTypes: {
    size: { control: 'inline-radio', options: ['sm', 'md', 'lg'] },
    mode: { control: 'inline-radio', options: ['connect-and-sign', 'connect'] },
    theme: { control: 'inline-radio', options: ['light', 'dark', 'system'] },
    open: { control: false },
    strings: { control: 'object' },
  },
  loaders: [inWorld()],
  render: (args, context) => renderIn(() => <TakoSignIn {...args} />, context),
} satisfies Meta<TakoSignInProps>

export default meta
type Story = StoryObj<TakoSignInProps>

const worldOf = ({ loaded }: { loaded: Partial<Loaded> }) => (loaded as Loaded).world
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }))
const shown = (name: RegExp | string) => screen.findByRole('heading', { name })

export const SignedOut: Story = {
  play: async () => {
    await expect(await screen.findByRole('button', { name: 'Sign in' })).toBeEnabled()
  },
}

export const Restoring: Story = {
  parameters: { looks: ['light'] },
  loaders: [
    async () => {
      const loaded = await inWorld()()
      // Storage that never answers.
      const { client } = loaded.world
      const getSnapshot = client.getSnapshot
      Object.assign(client, {
        getSnapshot: (which?: object) =>
          Object.assign(Object.create(getSnapshot(which)), { status: 'restoring' }),
      })
      return loaded
    },
  ],
}

export const ChooseWallet: Story = {
  loaders: [inWorld({ wallets: threeWallets, canScan: true })],
  play: async () => {
    await press('Sign in')
    await shown('Choose a wallet')
  },
}

export const RecentWallet: Story = {
  parameters: { looks: ['light'] },
  loaders: [
    async () => {
      const loaded = await inWorld({ wallets: threeWallets })()
      const { storage, wallets } = loaded.world
      await storage.setItem('recentConnectorId', wallets[1]?.info.rdns ?? '')
      return loaded
    },
  ],
  play: async () => {
    await press('Sign in')
    await screen.findByText('Recent')
  },
}

export const NoWallet: Story = {
  loaders: [inWorld({ wallets: [{ name: 'Harbour' }] })],
  render: (args, context) => {
    context.loaded.world?.config._internal.connectors.setState([])
    return renderIn(() => <TakoSignIn {...args} />, context)
  },
  play: async () => {
    await press('Sign in')
    await screen.findByText('No wallet found in this browser')
  },
}

export const Connecting: Story = {
  loaders: [inWorld({ wallets: [{ name: 'Harbour', approval: 'manual' }] })],
  play: async () => {
    await press('Sign in')
    await shown(/^Open .Harbour.$/)
  },
}

export const ScanWithPhone: Story = {
  loaders: [inWorld({ wallets: threeWallets, canScan: true })],
  play: async () => {
    await press('Sign in')
    await press('Phone wallet')
    await screen.findByRole('img', { name: 'Scan with your phone' })
  },
}

export const Ready: Story = {
  loaders: [inWorld({ wallets: [{ name: 'Popup', type: 'popup' }, { name: 'Harbour' }] })],
  play: async () => {
    await press('Sign in')
    await press('Popup')
    await shown(/^.Popup. is connected$/)
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Sign in with .Popup.$/ })).toHaveFocus(),
    )
  },
}

export const Signing: Story = {
  loaders: [inWorld({ wallets: [{ name: 'Harbour', approval: 'manual', isAuthorized: true }] })],
  play: async () => {
    await press('Sign in')
    await shown(/^Confirm in .Harbour.$/)
    await userEvent.click(await screen.findByText('Message to sign'))
  },
}

export const SlowWallet: Story = {
  args: { helpAfterMs: 0 },
  loaders: [inWorld({ wallets: [{ name: 'Harbour', approval: 'manual', isAuthorized: true }] })],
  play: async () => {
    await press('Sign in')
    await screen.findByText(/Don’t see the request/)
  },
}

export const Exchanging: Story = {
  play: async (context) => {
    worldOf(context).emulator.tako.failNext('hang')
    await press('Sign in')
    await shown('Signing in')
  },
}

export const ExchangeRetries: Story = {
  parameters: { looks: ['light'] },
  play: async (context) => {
    worldOf(context).emulator.tako.failNext({ type: '429', retryAfterMs: 60_000 }, { times: 99 })
    await press('Sign in')
    await screen.findByText(/Trying again/)
  },
}

export const Rejected: Story = {
  play: async (context) => {
    worldOf(context).wallet.controls.next('reject', { method: 'personal_sign' })
    await press('Sign in')
    await screen.findByText('Request canceled. Nothing was signed.')
  },
}

export const WrongAccount: Story = {
  parameters: { looks: ['light', 'dark'] },
  play: async (context) => {
    worldOf(context).wallet.controls.next('wrong-account', { method: 'personal_sign' })
    await press('Sign in')
    await screen.findByRole('alert')
  },
}

export const RequestPending: Story = {
  parameters: { looks: ['light'] },
  play: async (context) => {
    worldOf(context).wallet.controls.next('already-pending', { method: 'personal_sign' })
    await press('Sign in')
    await expect(await screen.findByRole('alert')).toHaveTextContent('already has a request open')
  },
}

export const SignedIn: Story = {
  loaders: [inWorld({ isSignedIn: true })],
  play: async () => {
    await screen.findByRole('button', { name: /Account .0xf39F…2266/ })
  },
}

export const AccountMenu: Story = {
  loaders: [inWorld({ isSignedIn: true })],
  play: async () => {
    await press(/Account .0xf39F/)
    await screen.findByText('Signed in · Renews automatically')
  },
}

export const ConnectOnly: Story = {
  args: { mode: 'connect' },
  play: async () => {
    await press('Connect wallet')
    await press(/Account .0xf39F/)
    await screen.findByText('Wallet connected')
  },
}

export const Small: Story = { args: { size: 'sm' }, parameters: { looks: ['light'] } }
export const Large: Story = { args: { size: 'lg' }, parameters: { looks: ['light'] } }
