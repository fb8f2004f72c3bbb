import { expect, test } from 'vitest'
import { accounts, startTako } from '../testing/startTako.ts'
import { getSessions } from './getSessions.ts'
import { refreshSession } from './refreshSession.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { startSession } from './startSession.ts'
import { switchAccount } from './switchAccount.ts'

const [one, other] = accounts

test('default: every account that is signed in, by provider, the one in use first', async () => {
  const { auth } = startTako()
  expect(getSessions(auth)).toEqual([])
  await startSession(auth, {
    provider: 'talkstack',
    account: 'me',
    tokens: { accessToken: 'access', refreshToken: 'refresh' },
  })
  await signIn(auth, { signer: one })
  await signIn(auth, { signer: other })
  const list = () => getSessions(auth).map(({ provider, account }) => `${provider} ${account}`)
  expect(list()).toEqual([`tako ${other.address}`, `tako ${one.address}`, 'talkstack me'])
  switchAccount(auth, { account: one.address })
  expect(list()).toEqual([`tako ${one.address}`, `tako ${other.address}`, 'talkstack me'])
  expect(JSON.stringify(getSessions(auth))).not.toContain('access')
  await signOut(auth)
  expect(list()).toEqual([`tako ${other.address}`, 'talkstack me'])
})

test('behavior: the same array until it changes, also over a refresh', async () => {
  const { auth } = startTako()
  await signIn(auth, { signer: one })
  const before = getSessions(auth)
  await refreshSession(auth)
  expect(getSessions(auth)).toBe(before)
  await signIn(auth, { signer: other })
  expect(getSessions(auth)).not.toBe(before)
})
