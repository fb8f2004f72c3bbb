import {
  authFetch,
  getAuthToken,
  getSession,
  restoreSession,
  signIn,
  siwe,
  startSession,
  tako,
  talkstack,
} from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { createWorld } from './createWorld.ts'
import '../exports/vitest.ts'

describe('createWorld', () => {
  test('default: a wallet signs in, and the API knows the token', async () => {
    const world = createWorld()
    await restoreSession(world.client)
    expect(world.client).toBeSignedOut()
    const { controls, provider } = world.wallet
    await provider.request({ method: 'eth_requestAccounts' })
    await signIn(world.client, {
      signer: {
        address: controls.state.address,
        signMessage: ({ message }) =>
          provider.request({
            method: 'personal_sign',
            params: [`0x${Buffer.from(message as string).toString('hex')}`, controls.state.address],
          }),
      },
    })
    expect(world).toBeSignedIn()
    expect(controls.requests.byMethod.personal_sign).toBe(1)
    const answer = await authFetch(world.client, 'https://api.tako.so/v2/farcaster/ignore_bid', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ index: 70 }),
    })
    expect(answer.status).toBe(200)
    world.dispose()
  })

  test('parameters: servers: a provider of one’s own is answered by the test, all else by the emulator', async () => {
    const paths: string[] = []
    const api = async (request: Request) => {
      paths.push(new URL(request.url).pathname)
      return Response.json({ accessToken: `own-${paths.length}`, refreshToken: 'r', expiresIn: 60 })
    }
    const base = 'https://api.example.com/v1'
    const world = createWorld({
      providers: [siwe({ url: base, domain: 'dapp.example', uri: 'https://dapp.example' }), tako()],
      servers: { [base]: api },
    })
    const tokens = { accessToken: 'own-0', refreshToken: 'r', expiresInMs: 60_000 }
    await startSession(world.client, { provider: 'siwe', account: 'me', tokens })
    world.clock.advance(60_000)
    expect(await getAuthToken(world.client, { provider: 'siwe' })).toBe('own-1')
    expect(paths).toEqual(['/v1/refresh'])
    expect((await world.fetch('https://api.example.com/v10/refresh')).status).toBe(404)
    world.dispose()
  })

  test('parameters: at: the time stands still, for the client and for the tokens', async () => {
    const at = Date.UTC(2026, 0, 15)
    const world = createWorld({ at })
    await world.signInBefore()
    expect(getSession(world.client).startedAt).toBe(at)
    expect(world.client.getSnapshot().expiresAt).toBe(at + 3_600_000)
    world.dispose()
  })

  test('parameters: providers and emulator: any of the four APIs', async () => {
    const world = createWorld({ providers: [talkstack()] })
    const { accessToken, refreshToken } = await world.emulator.issue('talkstack')
    await startSession(world.client, {
      provider: 'talkstack',
      tokens: { accessToken, refreshToken },
    })
    expect(world).toBeSignedIn({ provider: 'talkstack' })
    world.dispose()
  })

  test('behavior: one clock: a token expires, and callers receive another', async () => {
    const world = createWorld({ emulator: { tako: { reuse: 'strict' } } })
    await world.signInBefore()
    const first = await getAuthToken(world.client)
    world.clock.advance(3_600_000)
    expect(await getAuthToken(world.client)).not.toBe(first)
    expect(world.emulator.tako.counters()).toMatchObject({ rotations: 1, reuses: 0 })
    world.dispose()
  })

  test('behavior: the time goes forward only', () => {
    const world = createWorld()
    expect(() => world.clock.advance(-1)).toThrow(RangeError)
    expect(() => world.clock.advance(Number.NaN)).toThrow(RangeError)
    world.dispose()
  })
})

describe('matchers', () => {
  test('behavior: say what the session is, and why', async () => {
    const world = createWorld()
    expect(() => expect(world).toBeSignedOut()).toThrow('it is restoring')
    await restoreSession(world.client)
    expect(() => expect(world).toBeSignedIn()).toThrow(
      'expected the session to be signedIn; it is signedOut',
    )
    await world.signInBefore()
    expect(() => expect(world).not.toBeSignedIn()).toThrow(
      'expected the session not to be signedIn; it is signedIn',
    )
    world.emulator.tako.revoke('all')
    world.clock.advance(3_600_000)
    await expect(getAuthToken(world.client)).rejects.toThrow()
    expect(world).toBeSignedOut()
    expect(() => expect(world).toBeSignedIn()).toThrow(/it is signedOut \(\w+/)
    world.dispose()
  })
})
