import { createEmulator } from '@takokit/emulator'
import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { authFetch, createAuthClient, getAuthToken, refreshSession, signIn, signOut, tako } from './exports/index.ts'

test('the whole way', async () => {
  const emulator = createEmulator()
  const auth = createAuthClient({ providers: [tako({ baseUrl: 'http://localhost' })], fetch: (input, init) => emulator.fetch(new Request(input, init)), onWarning: () => {} })
  const signer = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
  const session = await signIn(auth, { signer })
  expect(session.status).toBe('signedIn')
  const one = await getAuthToken(auth)
  await refreshSession(auth)
  const two = await getAuthToken(auth)
  expect(auth.getSnapshot().gen).toBe(2)
  const r = await authFetch(auth, 'http://localhost/v2/farcaster/ignore_bid', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ index: 70 }) })
  expect(await r.json()).toMatchObject({ status: 'success' })
  await signOut(auth)
  await expect(getAuthToken(auth)).rejects.toThrow('Nobody')
})
