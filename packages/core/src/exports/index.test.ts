import { expect, test } from 'vitest'
import * as core from './index.ts'

test('exports', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "TakoKitError",
      "authFetch",
      "browserPlatform",
      "cancelSignIn",
      "checkSubject",
      "cloudreve",
      "createAuthClient",
      "createTakoMessage",
      "defineProvider",
      "failed",
      "getAuthToken",
      "getSession",
      "isSameSession",
      "memoryStorage",
      "oauthFailed",
      "parseLifetime",
      "parseTakoMessage",
      "prepareSignIn",
      "readIssuedTokens",
      "refreshSession",
      "relayed",
      "requestJson",
      "restoreSession",
      "signIn",
      "signOut",
      "siwe",
      "startSession",
      "succeeded",
      "switchAccount",
      "tako",
      "talkstack",
      "toSession",
      "toWalletError",
      "vaultStorage",
      "watchSession",
      "webStorage",
    ]
  `)
})
