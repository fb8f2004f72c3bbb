import { expect, test } from 'vitest'
import { accounts, startTako } from '../testing/startTako.ts'
import { refreshSession } from './refreshSession.ts'
import { restoreSession } from './restoreSession.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { switchAccount } from './switchAccount.ts'
import { watchSession } from './watchSession.ts'

const [one, other] = accounts

test('watchSession: each change, but no refresh', async () => {
  const { auth } = startTako()
  const seen: string[] = []
  const unwatch = watchSession(auth, {
    onChange: ({ status, step }, before) =>
      seen.push(`${before.status} → ${status}${step ? ` (${step})` : ''}`),
  })
  await restoreSession(auth)
  await signIn(auth, { signer: one })
  await refreshSession(auth)
  await refreshSession(auth)
  await signOut(auth)
  expect(seen).toEqual([
    'restoring → signedOut',
    'signedOut → signingIn (signing)',
    'signingIn → signingIn (exchanging)',
    'signingIn → signedIn',
    'signedIn → signedOut',
  ])
  unwatch()
  await signIn(auth, { signer: one })
  expect(seen).toHaveLength(5)
})

test('watchSession: a listener that throws harms nobody, and is told of', async () => {
  const { auth, platform } = startTako()
  watchSession(auth, {
    onChange() {
      throw new Error('mine')
    },
  })
  let seen = 0
  watchSession(auth, { onChange: () => seen++ })
  await signIn(auth, { signer: one })
  expect(seen).toBeGreaterThan(0)
  expect(platform.warnings[0]).toContain('mine')
})

test('switchAccount: puts another account’s session in use', async () => {
  const { auth } = startTako()
  await signIn(auth, { signer: one })
  await signIn(auth, { signer: other })
  expect(switchAccount(auth, { account: one.address })).toMatchObject({
    status: 'signedIn',
    account: one.address,
  })
  expect(
    switchAccount(auth, { account: '0x0000000000000000000000000000000000000001' }),
  ).toMatchObject({
    status: 'signedOut',
  })
})
