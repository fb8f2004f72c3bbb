import { expect, test } from 'vitest'
import { createBrowser } from './testing/createBrowser.ts'
import { createWorld, readToken } from './testing/createWorld.ts'

const hour = 3_600_000
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) => `${base64({ alg: 'none' })}.${base64(claims)}.s`

function start(tokens: object) {
  const world = createWorld()
  const page = createBrowser({
    send: (request) =>
      request.url.endsWith('/login')
        ? world.relay.startSession(request, { provider: 'talkstack', tokens: tokens as never })
        : world.relay.fetch(request),
  })
  return { page, world, login: () => page.post('/login') }
}

test('default: a pair of the emulator’s can be handed over as it is', async () => {
  const world = createWorld()
  const tokens = await world.controls.issue('talkstack')
  const page = createBrowser({
    send: (request) => world.relay.startSession(request, { provider: 'talkstack', tokens }),
  })
  expect((await page.post('/login')).status).toBe(204)
})

test.each(['lifetimeMs', 'expiresIn', 'expires_in', 'account', 'x'.repeat(1_000)])(
  'behavior: an unknown member is refused by its name: %.20s',
  async (name) => {
    const { login } = start({ accessToken: 'a', refreshToken: 'r', [name]: 60_000 })
    await expect(login()).rejects.toMatchObject({
      code: 'config/invalid',
      message: expect.stringContaining(`and got \`${name.slice(0, 60)}\``),
    })
  },
)

test.each([
  ['milliseconds as seconds', { exp: 1_690_959_847_000 + 60_000 }, undefined, 60_000],
  ['years', { exp: 9_999_999_999 }, undefined, 2 * hour],
  ['NaN', undefined, Number.NaN, 2 * hour],
  ['more than a token lives', undefined, 1e13, 2 * hour],
])('behavior: a lifetime of %s is not believed', async (_, claims, expiresInMs, lifetimeMs) => {
  const accessToken = claims ? jwt(claims) : 'opaque'
  const { page, login, world } = start({ accessToken, refreshToken: 'r', expiresInMs })
  world.time.advance(1_690_959_847_000 - world.time.now())
  expect((await login()).status).toBe(204)
  const answer = await readToken(await page.post('/auth/talkstack/token'))
  expect(answer).toMatchObject({ accessToken, expiresInMs: lifetimeMs })
})
