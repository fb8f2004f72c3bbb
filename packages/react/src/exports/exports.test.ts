import { expect, test } from 'vitest'
import * as exported from './index.ts'

const names = (module: object) => Object.keys(module).sort()

test('default: the names that are exported', () => {
  const { Session, SignIn } = exported
  expect({
    index: names(exported),
    SignIn: names(SignIn),
    Session: names(Session),
  }).toMatchInlineSnapshot(`
    {
      "Session": [
        "Address",
        "Avatar",
        "CopyAddress",
        "Menu",
        "Root",
        "SignOut",
        "Status",
        "Trigger",
      ],
      "SignIn": [
        "Account",
        "Back",
        "Cancel",
        "ChooseOther",
        "Close",
        "Continue",
        "CopyLink",
        "Dialog",
        "Error",
        "ErrorDetails",
        "Help",
        "Hint",
        "MessagePreview",
        "NoWallet",
        "QrCode",
        "Retry",
        "RetryIn",
        "Root",
        "Status",
        "Title",
        "Trigger",
        "Wallet",
        "WalletIcon",
        "WalletList",
      ],
      "index": [
        "AuthProvider",
        "RequireAuth",
        "Session",
        "SignIn",
        "TakoSignIn",
        "pseudoStrings",
        "useAuthClient",
        "useAuthFetch",
        "useAuthToken",
        "useRequireAuth",
        "useSession",
        "useSessionQuery",
        "useSessions",
        "useSignIn",
        "useSignOut",
        "useStartSession",
      ],
    }
  `)
})
