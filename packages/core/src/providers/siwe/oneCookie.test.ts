import { expect, test } from 'vitest'
import { authFetch } from '../../actions/authFetch.ts'
import { cancelSignIn } from '../../actions/cancelSignIn.ts'
import { prepareSignIn } from '../../actions/prepareSignIn.ts'
import { restoreSession } from '../../actions/restoreSession.ts'
import { signIn } from '../../actions/signIn.ts'
import { signOut } from '../../actions/signOut.ts'
import { createAuthClient } from '../../createAuthClient.ts'
import { memoryStorage } from '../../storage/memoryStorage.ts'
import { createLocks } from '../../testing/createLocks.ts'
import { createSiweBackend } from '../../testing/createSiweBackend.ts'
import { createTestPlatform } from '../../testing/createTestPlatform.ts'
import { accounts } from '../../testing/startTako.ts'
import type { Channel, TabMessage } from '../../types/Platform.ts'
import { sessionKey } from '../../utils/sessionKey.ts'
import { siwe } from './siwe.ts'
import type { SiweEndpoints } from './SiweOptions.ts'

const [one, other] = accounts
const api = 'https://dapp.example/api/me'

await siwe().prepare?.()

/** A backend whose session is the one cookie of the browser. */
async function start(endpoints: SiweEndpoints = {}, onPost: Channel['post'] = () => {}) {
  const platform = createTestPlatform({
    fetch: async (input, init) => backend.fetch(new Request(input, init)),
    locks: createLocks(),
    openChannel: () => ({ post: onPost, close() {} }),
  })
  const backend = createSiweBackend({ session: 'cookie', now: platform.now })
  const kept = await memoryStorage().open({ namespace: 'default', warn() {} })
  const provider = siwe({
    url: 'https://dapp.example/auth',
    session: 'cookie',
    domain: 'dapp.example',
    uri: 'https://dapp.example',
    endpoints,
  })
  const storage = { name: 'kept', open: async () => kept }
  const open = () => createAuthClient({ providers: [provider], storage, platform })
  return { auth: open(), open, backend, platform, kept }
}

/** Lets everything go on that waits for no answer. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Holds an answer back until the test gives it. */
function hold(): { isHeld: Promise<void>; answer: () => void } {
  let answer = () => {}
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve
  })
  return { isHeld, answer }
}

test('behavior: another account’s sign-in takes the cookie, and ends the session of the account before', async () => {
  const { auth, open, backend } = await start()
  await signIn(auth, { signer: one })
  await signIn(auth, { signer: other })
  expect(auth.getSnapshot({ account: one.address })).toMatchObject({
    status: 'signedOut',
    reason: 'account-changed',
  })
  expect(auth.getSnapshot({ account: other.address }).status).toBe('signedIn')
  await expect(authFetch(auth, api, { account: one.address })).rejects.toMatchObject({
    code: 'session/signed-out',
  })
  expect((await authFetch(auth, api, { account: other.address })).status).toBe(200)
  expect(backend.sent).not.toContain('POST /auth/sign-out')
  const reloaded = open()
  expect(await restoreSession(reloaded, { account: other.address })).toMatchObject({
    status: 'signedIn',
  })
  expect(reloaded.getSnapshot({ account: one.address }).status).not.toBe('signedIn')
})

test('behavior: another account’s sign-in ends what this tab does not know of, and tells the other tabs', async () => {
  const told: TabMessage[] = []
  const { auth, open, platform } = await start({}, (message) => void told.push(message))
  const ignorant = open()
  expect(await restoreSession(ignorant)).toMatchObject({ status: 'signedOut' })
  await signIn(auth, { signer: one })
  await platform.advance(1)
  told.length = 0
  await signIn(ignorant, { signer: other })
  expect(told).toContainEqual(expect.objectContaining({ account: one.address }))
  expect(await restoreSession(open(), { account: one.address })).toMatchObject({
    status: 'signedOut',
  })
  platform.tell('visible')
  await platform.advance(0)
  expect(auth.getSnapshot({ account: one.address }).status).toBe('signedOut')
})

test('behavior: a session that lost its cookie does not come back with an old read', async () => {
  const { auth, kept, platform } = await start()
  await signIn(auth, { signer: one })
  const before = await kept.list()
  await signIn(auth, { signer: other })
  const { read } = kept
  kept.read = async (key) =>
    before.find(({ record }) => record && sessionKey(record) === key) ?? read(key)
  platform.tell('visible')
  await platform.advance(0)
  expect(auth.getSnapshot({ account: one.address }).status).toBe('signedOut')
})

test('behavior: who signs in while the backend is still told of a sign-out stays signed in', async () => {
  const { auth, backend, platform } = await start()
  await signIn(auth, { signer: one })
  const { isHeld, answer } = hold()
  // The backend removes the cookie, and the browser hears of it late.
  backend.failNext(async (_, send) => {
    await send()
    await isHeld
    return new Response(null, { status: 204, headers: { 'set-cookie': 'sid=; Max-Age=0' } })
  })
  const leaving = signOut(auth)
  const returning = signIn(auth, { signer: other })
  await turns()
  expect(backend.sent.filter((call) => call === 'POST /auth/verify')).toHaveLength(1)
  answer()
  await Promise.all([leaving, returning])
  await platform.advance(0)
  expect((await authFetch(auth, api)).status).toBe(200)
  expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', account: other.address })
})

test('behavior: no challenge is requested while the backend is told of a sign-out, whose cookie it would carry', async () => {
  const { auth, backend } = await start()
  await signIn(auth, { signer: one })
  const { isHeld, answer } = hold()
  backend.failNext(async (_, send) => {
    await isHeld
    return send()
  })
  const challenges = () => backend.sent.filter((call) => call === 'POST /auth/challenge')
  const before = challenges().length
  const leaving = signOut(auth)
  const preparing = prepareSignIn(auth)
  await turns()
  expect(challenges()).toHaveLength(before)
  answer()
  await Promise.all([leaving, preparing])
  expect(challenges()).toHaveLength(before + 1)
})

test('behavior: a cancelled sign-in whose answer comes late does not take the place of the next', async () => {
  const { auth, backend } = await start()
  const { isHeld, answer } = hold()
  backend.failNext(async (_, send) => {
    await isHeld
    return send()
  })
  const cancelled = signIn(auth, { signer: one }).catch(() => {})
  await turns()
  cancelSignIn(auth)
  await cancelled
  const signingIn = signIn(auth, { signer: other })
  await turns()
  answer()
  await signingIn
  expect((await authFetch(auth, api)).status).toBe(200)
  const session = await backend.fetch('https://dapp.example/auth/session', {
    credentials: 'include',
  })
  expect(await session.json()).toEqual({ address: other.address })
})

test('parameters: endpoints: signOut: false: a reload does not take up the cookie of who signed out', async () => {
  const { auth, open } = await start({ signOut: false })
  await signIn(auth, { signer: one })
  await signOut(auth)
  for (let reload = 0; reload < 3; reload++) {
    const reloaded = open()
    expect(await restoreSession(reloaded)).toMatchObject({ status: 'signedOut' })
    reloaded.dispose()
  }
  const again = open()
  await signIn(again, { signer: one })
  again.dispose()
  expect(await restoreSession(open())).toMatchObject({ status: 'signedIn' })
})
