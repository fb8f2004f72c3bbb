import type { ErrorCode } from '@takokit/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent } from 'storybook/test'
import { en } from '../strings/en.ts'
import { failingProvider } from '../testing/failingProvider.ts'
import { inWorld, renderIn } from '../testing/storyWorld.tsx'
import { TakoSignIn } from './TakoSignIn.tsx'

const meta = {
  title: 'Errors/Every code',
  component: TakoSignIn,
  // They differ only in their sentence.
  parameters: { looks: [] },
  render: (args, context) => renderIn(() => <TakoSignIn {...args} />, context),
} satisfies Meta<typeof TakoSignIn>

export default meta
type Story = StoryObj<typeof TakoSignIn>

const pictured = { looks: ['light', 'dark', 'rtl'] }

/** What the user sees of an error, at whichever step it occurs. */
const failsWith = (code: ErrorCode): Story => ({
  loaders: [inWorld({ provider: failingProvider(code) })],
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    const alert = await screen.findByRole('alert')
    await expect(alert).toHaveAttribute('data-code', code)
    await expect(alert).toHaveTextContent(en.errors[code])
  },
})

export const WalletNotFound: Story = failsWith('wallet/not-found')
export const WalletNotConnected: Story = failsWith('wallet/not-connected')
export const WalletNotAuthorized: Story = {
  ...failsWith('wallet/not-authorized'),
  parameters: pictured,
}
export const WalletRequestPending: Story = failsWith('wallet/request-pending')
export const WalletWrongAccount: Story = failsWith('wallet/wrong-account')
export const WalletAccountChanged: Story = failsWith('wallet/account-changed')
export const WalletCannotSign: Story = failsWith('wallet/cannot-sign')
export const WalletFailed: Story = failsWith('wallet/failed')
export const MessageInvalid: Story = failsWith('message/invalid')
export const ProviderSignatureRefused: Story = failsWith('provider/signature-refused')
export const ProviderContractSignature: Story = failsWith('provider/contract-signature')
export const ProviderMessageExpired: Story = failsWith('provider/message-expired')
export const ProviderRefused: Story = failsWith('provider/refused')
export const ProviderBadRequest: Story = failsWith('provider/bad-request')
export const ProviderThrottled: Story = {
  ...failsWith('provider/throttled'),
  parameters: pictured,
}
export const ProviderUnavailable: Story = failsWith('provider/unavailable')
export const ProviderUnreadable: Story = failsWith('provider/unreadable')
export const ProviderWrongSubject: Story = failsWith('provider/wrong-subject')
export const NetworkFailed: Story = failsWith('network/failed')
export const NetworkTimeout: Story = failsWith('network/timeout')
export const NetworkOffline: Story = {
  ...failsWith('network/offline'),
  parameters: pictured,
}
export const SessionSignedOut: Story = failsWith('session/signed-out')
export const SessionRefreshRefused: Story = failsWith('session/refresh-refused')
export const SessionRefreshAnswerLost: Story = failsWith('session/refresh-answer-lost')
export const StorageFailed: Story = failsWith('storage/failed')
export const BrowserUnsupported: Story = failsWith('browser/unsupported')
export const RequestForeignOrigin: Story = failsWith('request/foreign-origin')
export const ConfigInvalid: Story = failsWith('config/invalid')
export const ConfigUnknownProvider: Story = failsWith('config/unknown-provider')
export const ConfigDisposed: Story = failsWith('config/disposed')
export const InternalUnexpected: Story = failsWith('internal/unexpected')

/** Errors that the user chose are unobtrusive, or not shown. */
const isQuietAt = (code: ErrorCode): Story => ({
  loaders: [inWorld({ provider: failingProvider(code) })],
  play: async () => {
    const button = await screen.findByRole('button', { name: 'Sign in' })
    await userEvent.click(button)
    await expect(await screen.findByRole('button', { name: 'Sign in' })).toHaveFocus()
    await expect(screen.queryByRole('alert')).toBeNull()
  },
})

export const WalletRejected: Story = isQuietAt('wallet/rejected')
export const SignInCancelled: Story = isQuietAt('sign-in/cancelled')
export const RequestAborted: Story = isQuietAt('request/aborted')
