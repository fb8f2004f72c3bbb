import { describe, expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import { testOrigin } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import type { RelayStore } from '../types/RelayStore.ts'

const address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

/** A store that counts what is written, and whose rows a test can spoil. */
function watchedStore(now: () => number) {
  const inner = memoryStore({ now })
  const state = { writes: 0, spoiled: undefined as string | undefined, isGone: false }
  const store: RelayStore = {
    ...inner,
    async read(key) {
      if (state.isGone) throw new Error('gone')
      const row = await inner.read(key)
      return state.spoiled !== undefined && key.startsWith('session:')
        ? { rev: 'r', ageMs: 0, ...row, value: state.spoiled }
        : row
    },
    async write(key, row) {
      if (state.isGone) throw new Error('gone')
      state.writes += 1
      return inner.write(key, row)
    },
  }
  return { store, state }
}

function setup(tokensIn: 'cookie' | 'store') {
  let now = () => 0
  const { store, state } = watchedStore(() => now())
  let sent = 0
  const world = createWorld({ tokensIn, store })
  now = world.time.now
  const { fetch } = world.relayOptions
  world.relayOptions.fetch = async (...given) => {
    sent += 1
    return fetch?.(...given) ?? Response.error()
  }
  return { ...world, state, sent: () => sent }
}

const asked = (cookie: string, headers: Record<string, string> = {}) =>
  new Request(`${testOrigin}/dashboard`, { headers: { ...(cookie && { cookie }), ...headers } })

describe.each(['cookie', 'store'] as const)('tokens in the %s', (tokensIn) => {
  test('default: who is signed in, with nothing written and nothing sent', async () => {
    const { relay, browser, start, state, controls, time } = setup(tokensIn)
    const page = browser()
    expect(await relay.getSession(asked(''))).toBeUndefined()
    const { expiresInMs } = await start(page, 'tako', { account: address })
    controls.tako.resetCounters()
    state.writes = 0
    const session = await relay.getSession(asked(page.cookie()))
    expect(session).toEqual({
      provider: 'tako',
      account: address,
      address,
      expiresAt: time.now() + expiresInMs,
    })
    // Once the token has expired, the session is still there.
    time.advance(expiresInMs + 1)
    expect(await relay.getSession(asked(page.cookie()))).toEqual(session)
    expect(state.writes).toBe(0)
    expect(controls.tako.counters().requests).toBe(0)
  })

  test('behavior: headers alone, a request of Node or Express, and one of React Router', async () => {
    const { relay, browser, start } = setup(tokensIn)
    const page = browser()
    await start(page, 'tako', { account: address })
    const cookie = page.cookie()
    const sources = [
      asked(cookie),
      new Headers({ cookie }),
      { get: (name: string) => (name === 'cookie' ? cookie : null) },
      { headers: { cookie } },
      { headers: { Cookie: cookie, host: 'dapp.example' } },
      { headers: { cookie: [cookie] }, url: '/dashboard' },
      { headers: new Headers({ cookie }), url: '/dashboard' },
    ]
    for (const source of sources)
      expect(await relay.getSession(source)).toMatchObject({ account: address })
    // Twice, whatever the spelling, is one too many.
    for (const headers of [{ cookie, Cookie: cookie }, { cookie: [cookie, cookie] }])
      expect(await relay.getSession({ headers })).toBeUndefined()
  })

  test('parameters: provider, account', async () => {
    const { relay, browser, start } = setup(tokensIn)
    const page = browser()
    await start(page, 'cloudreve', { account: 'someone' })
    await start(page, 'tako', { account: address })
    const request = asked(page.cookie())
    expect(await relay.getSession(request)).toMatchObject({ provider: 'tako' })
    expect(await relay.getSession(request, { provider: 'cloudreve' })).toMatchObject({
      provider: 'cloudreve',
      account: 'someone',
      address: undefined,
    })
    expect(await relay.getSession(request, { provider: 'talkstack' })).toBeUndefined()
    expect(await relay.getSession(request, { account: address.toLowerCase() })).toMatchObject({
      provider: 'tako',
    })
    expect(await relay.getSession(request, { account: 'someone' })).toMatchObject({
      provider: 'cloudreve',
    })
    expect(await relay.getSession(request, { account: 'nobody' })).toBeUndefined()
    await expect(relay.getSession(request, { provider: 'other' as never })).rejects.toMatchObject({
      code: 'config/unknown-provider',
    })
  })

  test('behavior: signed out, twice, of another relay, past its end: nobody is signed in', async () => {
    const { relay, browser, start, time } = setup(tokensIn)
    const page = browser()
    await start(page, 'tako', { account: address })
    const cookie = page.cookie()
    const other = createWorld({ origin: 'https://other.example', tokensIn })
    expect(await other.relay.getSession(asked(cookie))).toBeUndefined()
    expect(await relay.getSession(asked(`${cookie}; ${cookie}`))).toBeUndefined()
    // Browsers protect the exact name only.
    expect(await relay.getSession({ headers: { cookie: `\u00a0${cookie}` } })).toBeUndefined()
    expect(await relay.getSession(asked(cookie))).toBeDefined()
    await page.post('/auth/tako/sign-out')
    expect(await relay.getSession(asked(cookie))).toBeUndefined()
    const again = browser()
    await start(again, 'tako', { account: address })
    time.advance(31 * 86_400_000)
    expect(await relay.getSession(asked(again.cookie()))).toBeUndefined()
  })

  test('behavior: a row that cannot be read, a store that is gone, an unknown key: an error, not "signed out"', async () => {
    const { relay, relayOptions, browser, start, state } = setup(tokensIn)
    const page = browser()
    await start(page, 'tako', { account: address })
    const request = asked(page.cookie())
    const unknown = { code: 'relay/store-unavailable', status: 503 }
    for (const spoiled of ['', '{"v":2}', '{"v":1,"gen":']) {
      state.spoiled = spoiled
      await expect(relay.getSession(request)).rejects.toMatchObject(unknown)
      await expect(relay.getToken(request, { provider: 'tako' })).rejects.toMatchObject(unknown)
    }
    state.spoiled = undefined
    state.isGone = true
    await expect(relay.getSession(request)).rejects.toMatchObject(unknown)
    state.isGone = false
    expect(await relay.getSession(request)).toBeDefined()
    const rotated = createWorld({ ...relayOptions, secret: 'another-secret-0123456789-abcdefghij' })
    await expect(rotated.relay.getSession(request)).rejects.toMatchObject({
      code: 'relay/secret-unavailable',
      status: 503,
    })
    await relay.close()
    await expect(relay.getSession(request)).rejects.toMatchObject({ code: 'relay/closing' })
  })

  test('behavior: a sign-out that the store has not recorded yet counts, and is not written by a read', async () => {
    const { relay, browser, start, state } = setup(tokensIn)
    const page = browser()
    await start(page, 'tako', { account: address })
    const cookie = page.cookie()
    state.isGone = true
    expect((await page.post('/auth/tako/sign-out')).status).toBe(503)
    state.isGone = false
    state.writes = 0
    expect(await relay.getSession(asked(cookie))).toBeUndefined()
    expect(state.writes).toBe(0)
  })
})

describe.each(['cookie', 'store'] as const)('getToken, tokens in the %s', (tokensIn) => {
  test('default: the current token while it is valid, then one renewal for all, with its cookies', async () => {
    const { relay, browser, start, controls, time } = setup(tokensIn)
    const page = browser()
    const { accessToken, expiresInMs } = await start(page, 'tako', { account: address })
    const request = asked(page.cookie())
    controls.tako.resetCounters()
    expect(await relay.getToken(request, { provider: 'tako' })).toEqual({
      provider: 'tako',
      account: address,
      address,
      accessToken,
      expiresAt: time.now() + expiresInMs,
      cookies: [],
    })
    time.advance(expiresInMs)
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, async () => relay.getToken(request, { provider: 'tako' })),
      page.post('/auth/tako/token').then(readToken),
    ])
    const tokens = new Set(answers.map((answer) => answer.accessToken))
    expect(tokens.size).toBe(1)
    expect(tokens).not.toContain(accessToken)
    expect(controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
    // The browser that gets the cookies has the new generation.
    const [first] = answers
    const cookies = 'cookies' in first ? first.cookies : []
    const [cookie = ''] = (cookies[0] ?? '').split(';')
    expect(cookies[0]).toContain('HttpOnly')
    const after = await relay.getToken(asked(cookie), { provider: 'tako' })
    expect([...tokens]).toEqual([after.accessToken])
    // A server component cannot set them: the old cookie still receives the token.
    expect((await relay.getToken(request, { provider: 'tako' })).accessToken).toBe(
      after.accessToken,
    )
  })

  test('behavior: nobody is signed in, another account, an ended session: 401 with the reason', async () => {
    const { relay, browser, start, controls, time } = setup(tokensIn)
    const page = browser()
    const signedOut = { name: 'RelayRefusal', code: 'session/signed-out', status: 401 }
    await expect(relay.getToken(asked(''), { provider: 'tako' })).rejects.toMatchObject(signedOut)
    const { expiresInMs } = await start(page, 'tako', { account: address })
    const request = asked(page.cookie())
    await expect(
      relay.getToken(request, { provider: 'tako', account: 'nobody' }),
    ).rejects.toMatchObject(signedOut)
    time.advance(expiresInMs)
    controls.tako.failNext({ type: 'error', code: 600, message: 'no' }, { times: 2 })
    await expect(relay.getToken(request, { provider: 'tako' })).rejects.toMatchObject({
      code: 'session/refresh-refused',
      status: 401,
      options: { cookies: [expect.stringContaining('Max-Age=0')] },
    })
    expect(await relay.getSession(request)).toBeUndefined()
  })

  test('behavior: a provider that is down: the token that is left, else 503 with a wait', async () => {
    const { relay, browser, start, controls, time } = setup(tokensIn)
    const page = browser()
    const { accessToken, expiresInMs } = await start(page, 'tako', { account: address })
    const request = asked(page.cookie())
    time.advance(expiresInMs - 10_000)
    controls.tako.failNext('500', { times: 20 })
    expect((await relay.getToken(request, { provider: 'tako' })).accessToken).toBe(accessToken)
    time.advance(10_000)
    await expect(relay.getToken(request, { provider: 'tako' })).rejects.toMatchObject({
      status: 503,
      options: { retryAfterMs: expect.any(Number) },
    })
    // Nobody was signed out by that.
    expect(await relay.getSession(request)).toMatchObject({ account: address })
  })
})
