// A script that signs in to Tako with a key of its own, and stays signed in. `auth.dispose()` at its end stops all timers.
import {
  type AuthClient,
  authFetch,
  createAuthClient,
  memoryStorage,
  signIn,
  tako,
} from '@takokit/core'
import type { Hex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

export async function startScript(privateKey: Hex, baseUrl = 'https://api.tako.so') {
  const auth = createAuthClient({ providers: [tako({ baseUrl })], storage: memoryStorage() })
  await signIn(auth, { signer: privateKeyToAccount(privateKey) })
  return auth
}

export async function ignoreBid(auth: AuthClient, index: number, baseUrl = 'https://api.tako.so') {
  const response = await authFetch(auth, `${baseUrl}/v2/farcaster/ignore_bid`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ignore: true, index }),
  })
  if (!response.ok) throw new Error(`Tako answered with ${response.status}.`)
}
