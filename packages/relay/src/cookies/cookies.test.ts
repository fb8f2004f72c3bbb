import { describe, expect, test } from 'vitest'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readProblem, readToken, testSecret } from '../testing/createWorld.ts'
import { chunkCookie } from './chunkCookie.ts'
import { readCookie } from './readCookie.ts'

type World = ReturnType<typeof createWorld>

const name = '__Host-takokit-tako'
const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })
const otherSecret = 'another-sealing-secret-9876543210-fedcba'

describe.each(['cookie', 'store'] as const)('the cookie, tokens in the %s', (tokensIn) => {
  test('default: its attributes, and nothing to read in it', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    const { response, accessToken, refreshToken } = await world.start(page, 'tako')
    const [line = ''] = response.headers.getSetCookie()
    expect(line.replace(/=[^;]+;/, '=…;')).toBe(
      '__Host-takokit-tako=…; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=Strict',
    )
    for (const secret of [accessToken, refreshToken, testSecret]) expect(line).not.toContain(secret)
    for (const part of line.split(/[.=;]/))
      expect(Buffer.from(part, 'base64url').toString()).not.toMatch(/eyJ|refresh|0xf39/i)
  })

  test('behavior: any change of it, anywhere, and it is nobody’s', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'tako')
    const value = page.jar.get(name) ?? ''
    const step = Math.max(1, Math.floor(value.length / 80))
    for (let at = 0; at < value.length; at += step) {
      const flipped = value[at] === 'A' ? 'B' : 'A'
      const changed = [
        value.slice(0, at) + flipped + value.slice(at + 1),
        value.slice(0, at),
        value.slice(at + 1),
        value.slice(0, at) + value.slice(at + 1),
      ]
      for (const cookie of changed) {
        if (sameBytes(cookie, value)) continue
        const forged = world.browser(new Map([[name, cookie]]))
        const response = await token(forged)
        expect(response.status).toBe(401)
        expect(response.headers.getSetCookie()).toEqual([])
      }
    }
    expect((await token(page)).status).toBe(200)
    expect(world.controls.tako.counters().requests).toBe(0)
  })

  test('behavior: one of another provider or an unsealed one is nobody’s', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'cloudreve')
    const cloudreve = page.jar.get('__Host-takokit-cloudreve') ?? ''
    const plain = Buffer.from(
      JSON.stringify({ sid: 's', gen: 1, a: 'a', use: 'session:tako' }),
    ).toString('base64url')
    const header = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url')
    for (const value of [
      cloudreve,
      `1.${plain}`,
      `1.${header({ alg: 'none' })}.${plain}.`,
      `1.${header({ alg: 'none', enc: 'none' })}..${plain}..`,
      `1.${header({ alg: 'dir', enc: 'A256GCM' })}..AAAAAAAAAAAAAAAA.${plain}.AAAAAAAAAAAAAAAAAAAAAA`,
      `1.${header({ alg: 'RSA1_5', enc: 'A128CBC-HS256' })}.AA.AA.AA.AA`,
      `1.${header({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 1e9, p2s: 'AA' })}.AA.AA.AA.AA`,
      '1.',
      '9.x',
      '0.x',
      '',
    ]) {
      expect((await token(world.browser(new Map([[name, value]])))).status).toBe(401)
    }
  })

  test('behavior: a key is exchanged in mid-session: nobody notices', async () => {
    const before = createWorld({ tokensIn })
    const page = before.browser()
    await before.start(page, 'tako')
    const { handle, accessToken } = await readToken(await token(page))
    const rotated = { ...before.relayOptions, secret: [otherSecret, testSecret] }
    const during = createWorld({ ...rotated, tokensIn })
    const kept = during.browser(page.jar)
    expect((await readToken(await token(kept))).accessToken).toBe(accessToken)
    // A replica that has only the old key says nothing about a session that it cannot open.
    const renewed = await readToken(await token(kept, handle))
    expect(renewed.handle).not.toBe(handle)
    const late = before.browser(new Map(kept.jar))
    const refused = await token(late)
    expect(refused.status).toBe(503)
    expect((await readProblem(refused)).code).toBe('relay/secret-unavailable')
    expect(late.jar.size).toBe(1)
    // The old key is gone: what the new one sealed stays valid.
    const after = createWorld({ ...before.relayOptions, tokensIn, secret: otherSecret })
    expect((await readToken(await token(after.browser(kept.jar)))).accessToken).toBe(
      renewed.accessToken,
    )
  })

  test('behavior: no cookie is taken for longer than its end is remembered', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'tako')
    world.time.advance(30 * 86_400_000 + 1)
    expect((await token(page)).status).toBe(401)
    expect(world.controls.tako.counters().requests).toBe(0)
  })
})

describe('large tokens', () => {
  const large = (length: number) => 'x'.repeat(length)

  function begin(world: World, jar: TestBrowser['jar'], length: number): Promise<Response> {
    const tokens = { accessToken: large(length), refreshToken: large(length) }
    const send = (request: Request) =>
      world.relay.startSession(request, { provider: 'tako', tokens })
    return createBrowser({ jar, send }).post('/login')
  }

  test('behavior: in chunks, and the leftovers of a longer one are taken away', async () => {
    const world = createWorld({ maxCookieBytes: 12_000 })
    const page = world.browser()
    await begin(world, page.jar, 3_000)
    expect([...page.jar.keys()]).toEqual([name, `${name}.1`, `${name}.2`])
    expect((await readToken(await token(page))).accessToken).toBe(large(3_000))
    // One chunk missing, or two swapped.
    const without = world.browser(new Map(page.jar))
    without.jar.delete(`${name}.1`)
    expect((await token(without)).status).toBe(401)
    const swapped = world.browser(new Map(page.jar))
    swapped.jar
      .set(`${name}.1`, page.jar.get(`${name}.2`) ?? '')
      .set(`${name}.2`, page.jar.get(`${name}.1`) ?? '')
    expect((await token(swapped)).status).toBe(401)

    await begin(world, page.jar, 10)
    expect([...page.jar.keys()]).toEqual([name])
    await begin(world, page.jar, 3_000)
    expect(page.jar.size).toBe(3)
    await page.post('/auth/tako/sign-out')
    expect(page.jar.size).toBe(0)
  })

  test('behavior: the largest that is kept in cookies fits into what Node takes for headers', async () => {
    const world = createWorld({ maxCookieBytes: 12_000 })
    let page = world.browser()
    for (let length = 1_000; ; length += 500) {
      const larger = world.browser()
      await begin(world, larger.jar, length)
      if (world.logs.some(({ event }) => event === 'cookie-outgrown')) break
      page = larger
    }
    // 16 kB; the rest of a browser's headers is less than 2 kB.
    expect(page.cookie().length).toBeGreaterThan(8_000)
    expect(page.cookie().length).toBeLessThan(14_000)
    expect((await token(page)).status).toBe(200)
    expect(world.controls.tako.counters().requests).toBe(0)
  })

  test.each(['cookie', 'store'] as const)(
    'behavior: too large for cookies, at the start or later: they stay in the store, and come back; tokens in the %s',
    async (tokensIn) => {
      let length = 9_000
      let issued = 0
      const world = createWorld({
        tokensIn,
        fetch: async () => {
          issued += 1
          const token = `${issued}.${large(length)}`
          return Response.json({
            status: 'success',
            data: { token, refresh_token: token, expires_in: 3600 },
          })
        },
      })
      const page = world.browser()
      await begin(world, page.jar, length)
      const first = await readToken(await token(page))
      expect(first.accessToken).toBe(large(length))
      let { handle } = first
      const cookieLength = () =>
        [...page.jar.values()].reduce((sum, value) => sum + value.length, 0)
      const renew = async (newLength: number) => {
        length = newLength
        const renewed = await readToken(await token(page, handle))
        handle = renewed.handle
        // Long after the time in which late requests receive the successor.
        world.time.advance(120_000)
        expect((await readToken(await token(page))).accessToken).toBe(renewed.accessToken)
        return renewed.accessToken.length
      }
      expect(await renew(9_000)).toBeGreaterThan(9_000)
      expect(cookieLength()).toBeLessThan(600)
      expect(await renew(9_000)).toBeGreaterThan(9_000)
      expect(await renew(1_000)).toBeLessThan(2_000)
      if (tokensIn === 'cookie') expect(cookieLength()).toBeGreaterThan(2_000)
      const outgrown = world.logs.filter(({ event }) => event === 'cookie-outgrown')
      expect(outgrown).toHaveLength(tokensIn === 'cookie' ? 3 : 0)
      expect((await page.post('/auth/tako/sign-out')).status).toBe(200)
      expect(page.jar.size).toBe(0)
    },
  )

  test('behavior: a session outlives that its tokens are kept elsewhere from now on', async () => {
    for (const [before, after] of [
      ['cookie', 'store'],
      ['store', 'cookie'],
    ] as const) {
      const world = createWorld({ maxCookieBytes: 12_000, tokensIn: before })
      const page = world.browser()
      await world.start(page, 'tako')
      const first = await readToken(await token(page))
      const moved = createWorld({ ...world.relayOptions, tokensIn: after })
      const kept = moved.browser(page.jar)
      const second = await readToken(await token(kept, first.handle))
      expect(second.handle).not.toBe(first.handle)
      world.time.advance(120_000)
      const third = await readToken(await token(kept, second.handle))
      expect(third.handle).not.toBe(second.handle)
    }
  })

  test('behavior: leftovers are never read', () => {
    const chunks = chunkCookie(name, large(9_000))
    const header = [...chunks, [`${name}.3`, 'leftover'], [`${name}x`, '1.x']]
      .map((pair) => pair.join('='))
      .join('; ')
    expect(readCookie(header, name)).toBe(large(9_000))
    expect(readCookie(null, name)).toBeUndefined()
    expect(readCookie(`${name}=1.a; ${name}=1.b`, name)).toBeUndefined()
    expect(readCookie(large(70_000), name)).toBeUndefined()
  })
})

/** Base64url has spare bits in its last character: different texts may decode to the same bytes. */
function sameBytes(one: string, other: string): boolean {
  const bytes = (text: string) =>
    text
      .split('.')
      .map((part, index) => (index === 0 ? part : Buffer.from(part, 'base64url').toString('hex')))
  return bytes(one).join('.') === bytes(other).join('.')
}
