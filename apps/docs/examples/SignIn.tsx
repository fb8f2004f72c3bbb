import { SignIn } from '@takokit/react'

export default function Plain() {
  return (
    <SignIn.Root>
      <SignIn.Trigger className="plain-button" />
      <SignIn.Status />
      <SignIn.Dialog className="plain-dialog">
        <SignIn.Title />
        <SignIn.Hint />
        <SignIn.WalletList />
        <SignIn.NoWallet />
        <SignIn.QrCode />
        <SignIn.MessagePreview />
        <SignIn.Error />
        <SignIn.Help />
        <SignIn.Continue />
        <SignIn.Retry />
        <SignIn.Cancel />
        <SignIn.Close>Close</SignIn.Close>
      </SignIn.Dialog>
    </SignIn.Root>
  )
}
