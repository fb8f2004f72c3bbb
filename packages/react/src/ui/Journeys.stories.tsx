import type { Meta, StoryObj } from '@storybook/react-vite'
import { getSession } from '@takokit/core'
import { expect, screen, userEvent, waitFor } from 'storybook/test'
import { useRequireAuth } from '../hooks/useRequireAuth.ts'
import { inWorld, type Loaded, renderIn, threeWallets } from '../testing/storyWorld.tsx'
import { TakoSignIn } from './TakoSignIn.tsx'

const meta = {
  title: 'TakoSignIn/Journeys',
  component: TakoSignIn,
  // They end in states that have snapshots of their own.
  parameters: { looks: [] },
  loaders: [inWorld()],
  render: (args, context) => renderIn(() => <TakoSignIn {...args} />, context),
} satisfies Meta<typeof TakoSignIn>

export default meta
type Story = StoryObj<typeof TakoSignIn>

const worldOf = ({ loaded }: { loaded: object }) => (loaded as Loaded).world
const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }))

export const InAndOut: Story = {
  loaders: [inWorld({ wallets: threeWallets })],
  play: async (context) => {
    const { client, wallets } = worldOf(context)
    await press('Sign in')
    await press(/Lantern/)
    await screen.findByRole('button', { name: /Account/ })
    await expect(wallets[1]?.controls.requests.byMethod.personal_sign).toBe(1)
    await press(/Account/)
    await press('Sign out')
    await screen.findByRole('button', { name: 'Sign in' })
    await expect(getSession(client).reason).toBe('user')
  },
}

export const RefusedThenTriedAgain: Story = {
  play: async (context) => {
    worldOf(context).wallet.controls.next('reject', { method: 'personal_sign' })
    await press('Sign in')
    await screen.findByText('Request canceled. Nothing was signed.')
    await press('Sign in')
    await screen.findByRole('button', { name: /Account/ })
  },
}

export const CancelledThenApprovedLate: Story = {
  loaders: [inWorld({ wallets: [{ name: 'Harbour', approval: 'manual', isAuthorized: true }] })],
  play: async (context) => {
    const { client, wallet } = worldOf(context)
    await press('Sign in')
    await wallet.controls.waitForPending({ method: 'personal_sign' })
    await screen.findByRole('heading', { name: /^Confirm in .Harbour.$/ })
    await press('Cancel')
    wallet.controls.approve()
    await expect(await screen.findByRole('button', { name: 'Sign in' })).toHaveFocus()
    await expect(getSession(client).status).toBe('signedOut')
  },
}

export const AccountSwitched: Story = {
  loaders: [inWorld({ isSignedIn: true })],
  play: async (context) => {
    const { client, config, wallet } = worldOf(context)
    await screen.findByRole('button', { name: /Account/ })
    await waitFor(() => expect(config.state.status).toBe('connected'))
    wallet.controls.switchAccount(1)
    await waitFor(() => expect(getSession(client).reason).toBe('account-changed'))
    await screen.findByRole('button', { name: 'Sign in' })
  },
}

function Vote() {
  const requireAuth = useRequireAuth()
  return (
    <button
      type="button"
      onClick={(event) => {
        const { currentTarget } = event
        requireAuth().then(
          () => currentTarget.replaceChildren('Voted'),
          () => {},
        )
      }}
    >
      Vote
    </button>
  )
}

export const WhenItIsNeeded: Story = {
  render: (_, context) => renderIn(() => <Vote />, context),
  play: async () => {
    await press('Vote')
    await screen.findByRole('button', { name: 'Voted' })
  },
}
