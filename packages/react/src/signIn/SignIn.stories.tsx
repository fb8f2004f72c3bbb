import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent } from 'storybook/test'
import { Session, SignIn } from '../exports/index.ts'
import { inWorld, renderIn, threeWallets } from '../testing/storyWorld.tsx'
import './plainLook.css'

/** An application's own style: a ticket window from the same parts, without the kit's styles. */
function TicketWindow() {
  return (
    <SignIn.Root>
      {({ status }) =>
        status === 'signedIn' ? (
          <Session.Root>
            <div className="ticket">
              <Session.Trigger className="ticket-button">
                Admitted: <Session.Address />
              </Session.Trigger>
              <Session.Menu className="ticket-menu">
                <Session.Status className="ticket-note" />
                <Session.CopyAddress className="ticket-link" />
                <Session.SignOut className="ticket-link" />
              </Session.Menu>
            </div>
          </Session.Root>
        ) : (
          <div className="ticket">
            <SignIn.Trigger className="ticket-button" />
            <SignIn.Status className="ticket-note" />
            <SignIn.Dialog className="ticket-dialog">
              <SignIn.Title className="ticket-title" />
              <SignIn.Hint className="ticket-note" />
              <SignIn.WalletList className="ticket-list">
                {(wallet) => (
                  <SignIn.Wallet
                    wallet={wallet}
                    render={(props, state) => (
                      <button {...props} className="ticket-row">
                        <b>{wallet.name}</b>
                        <i>{state.recent ? 'again' : 'ready'}</i>
                      </button>
                    )}
                  />
                )}
              </SignIn.WalletList>
              <SignIn.MessagePreview className="ticket-paper" />
              <SignIn.Help className="ticket-note" />
              <SignIn.Error className="ticket-error" />
              <SignIn.ErrorDetails className="ticket-paper" />
              <SignIn.Continue className="ticket-button" />
              <SignIn.Retry className="ticket-button" />
              <SignIn.ChooseOther className="ticket-link" />
              <SignIn.Cancel className="ticket-link" />
              <SignIn.Close className="ticket-close">×</SignIn.Close>
            </SignIn.Dialog>
          </div>
        )
      }
    </SignIn.Root>
  )
}

const meta = {
  title: 'Headless/Another look',
  component: TicketWindow,
  parameters: { looks: ['light'] },
  loaders: [inWorld({ wallets: threeWallets })],
  render: (_, context) => renderIn(() => <TicketWindow />, context),
} satisfies Meta

export default meta
type Story = StoryObj

const press = async (name: RegExp | string) =>
  userEvent.click(await screen.findByRole('button', { name }))

export const Closed: Story = {}

export const Choosing: Story = {
  play: async () => {
    await press('Sign in')
    await screen.findByRole('heading', { name: 'Choose a wallet' })
  },
}

export const Confirming: Story = {
  loaders: [inWorld({ wallets: [{ name: 'Harbour', isAuthorized: true, approval: 'manual' }] })],
  play: async () => {
    await press('Sign in')
    await userEvent.click(await screen.findByText('Message to sign'))
  },
}

export const SignedIn: Story = {
  play: async () => {
    await press('Sign in')
    await press(/Lantern/)
    await press(/Admitted: 0xf39F/)
    await expect(await screen.findByText('Signed in · Renews automatically')).toBeVisible()
  },
}
