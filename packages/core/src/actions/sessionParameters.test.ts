import { expect, test, vi } from 'vitest'
import { accounts, startTako } from '../testing/startTako.ts'
import { authFetch } from './authFetch.ts'
import { getAuthToken } from './getAuthToken.ts'
import { getSession } from './getSession.ts'
import { refreshSession } from './refreshSession.ts'
import { signIn } from './signIn.ts'
import { startSession } from './startSession.ts'
import { switchAccount } from './switchAccount.ts'

const [one, other] = accounts

/** Two accounts at the first provider, the second in use, and one at another provider. */
async function setUp() {
  const world = startTako()
  const { auth } = world
  await signIn(auth, { signer: one })
  await signIn(auth, { signer: other })
  const tokens = { accessToken: 'mine', refreshToken: 'refresh' }
  await startSession(auth, { provider: 'talkstack', account: 'me', tokens })
  return world
}

test('parameters: provider and account say whose token is sent', async () => {
  const { auth, platform } = await setUp()
  const sent: (string | null)[] = []
  vi.spyOn(platform, 'fetch').mockImplementation(async (input, init) => {
    sent.push(new Request(input, init).headers.get('authorization'))
    return new Response()
  })
  for (const parameters of [
    {},
    { account: one.address },
    { provider: 'talkstack' },
    { provider: 'talkstack', account: 'me' },
  ] as const) {
    await authFetch(auth, 'http://localhost/', parameters)
    expect(sent.at(-1)).toBe(`Bearer ${await getAuthToken(auth, parameters)}`)
  }
  expect(new Set(sent).size).toBe(3)
})

test('parameters: account says which session is refreshed, and the other is left alone', async () => {
  const { auth, platform } = await setUp()
  const tokenOf = (account: string) => getAuthToken(auth, { account })
  const [mine, others] = [await tokenOf(one.address), await tokenOf(other.address)]
  // Tokens of the same second are the same text.
  await platform.advance(2_000)
  const session = await refreshSession(auth, { account: one.address })
  expect(session).toMatchObject({ account: one.address, status: 'signedIn' })
  expect(await tokenOf(one.address)).not.toBe(mine)
  expect(await tokenOf(other.address)).toBe(others)
})

test('parameters: provider says where an account is switched to', async () => {
  const { auth } = await setUp()
  const next = switchAccount(auth, { provider: 'talkstack', account: 'nobody' })
  expect(next).toMatchObject({ provider: 'talkstack', status: 'signedOut' })
  expect(getSession(auth)).toMatchObject({ provider: 'tako', account: other.address })
})

test('behavior: refreshing nobody’s session changes nothing, and a failure is thrown', async () => {
  const { auth, platform } = await setUp()
  const nobody = { account: '0x0000000000000000000000000000000000000001' }
  await expect(refreshSession(auth, nobody)).resolves.toMatchObject({ status: 'signedOut' })
  vi.spyOn(platform, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  await expect(refreshSession(auth)).rejects.toMatchObject({ code: 'network/failed' })
})

test('behavior: a client that was disposed of', async () => {
  const { auth } = await setUp()
  auth.dispose()
  const code = 'config/disposed'
  await expect(authFetch(auth, 'http://localhost/')).rejects.toMatchObject({ code })
  await expect(refreshSession(auth)).rejects.toMatchObject({ code })
})
