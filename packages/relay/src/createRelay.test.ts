import { createTakoMessage } from '@takokit/core'
import { providerNames } from '@takokit/emulator'
import { describe, expect, test } from 'vitest'
import { account, createWorld, readProblem, readToken } from './testing/createWorld.ts'
import type { TestBrowser } from './testing/createBrowser.ts'

const token = (page: TestBrowser, provider: string, body: object = { account: '' }) =>
  page.post(`/auth/${provider}/token`, body)

describe.each(['cookie', 'store'] as const)('tokens in the %s', (tokensIn) => {
  test.each(providerNames)('default: %s, from a pair to a renewed token', async (provider) => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    const issued = await world.start(page, provider, {})
    expect(issued.response.status).toBe(204)
    expect(await issued.response.text()).toBe('')

    const first = await readToken(await token(page, provider))
    expect(first.accessToken).toBe(issued.accessToken)
    expect(first.expiresInMs).toBe(issued.expiresInMs)
    expect(first.handle).toMatch(/^[\w-]+\.1$/)
    expect(world.controls[provider].counters().requests).toBe(0)

    world.time.advance(60_000)
    const again = await token(page, provider)
    expect(again.headers.getSetCookie()).toEqual([])
    expect(await readToken(again)).toEqual({ ...first, expiresInMs: first.expiresInMs - 60_000 })
    expect(world.controls[provider].counters().requests).toBe(0)

    const renewed = await readToken(
      await token(page, provider, { account: '', known: first.handle }),
    )
    expect(renewed.accessToken).not.toBe(first.accessToken)
    expect(renewed.handle).toBe(first.handle.replace(/1$/, '2'))
    expect(renewed.subject).toBe(first.subject)
    expect(world.controls[provider].counters().requests).toBe(1)
    // An older handle receives the newest tokens, and nothing is sent.
    expect(
      await readToken(await token(page, provider, { account: '', known: first.handle })),
    ).toEqual(renewed)
    expect(world.controls[provider].counters().requests).toBe(1)
  })

  test.each([
    ['sign-in', {}],
    ['token', { account: '' }],
    ['sign-out', { account: '' }],
  ])('behavior: one trailing slash of %s is accepted, and not two', async (call, body) => {
    const page = createWorld({ tokensIn }).browser()
    const post = async (slashes: string) =>
      (await page.post(`/auth/tako/${call}${slashes}`, body)).status
    const plain = await post('')
    expect(plain).not.toBe(404)
    expect(await post('/')).toBe(plain)
    expect(await post('//')).toBe(404)
  })

  test('default: Tako’s sign-in', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    const { address, signMessage } = account()
    const message = createTakoMessage({ address, issuedAt: new Date(world.time.now()) })
    const signature = await signMessage({ message })
    const answer = await readToken(
      await page.post('/auth/tako/sign-in', { address, message, signature }),
    )
    expect(answer).toMatchObject({ subject: address, expiresInMs: 3_600_000 })
    expect(await readToken(await token(page, 'tako', { account: address }))).toEqual(answer)
    // Addresses compare case-insensitively.
    expect(await readToken(await token(page, 'tako', { account: address.toLowerCase() }))).toEqual(
      answer,
    )
  })

  test('behavior: an expired token is renewed, asked for or not', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    const { accessToken } = await world.start(page, 'tako')
    world.time.advance(3_590_000)
    expect((await readToken(await token(page, 'tako'))).accessToken).not.toBe(accessToken)
    expect(world.controls.tako.counters().rotations).toBe(1)
  })

  test('behavior: 50 tabs that ask at once cost one request upstream', async () => {
    const world = createWorld({ tokensIn }, { tako: { reuse: 'strict' } })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page, 'tako'))
    const tabs = Array.from({ length: 50 }, () => world.browser(new Map(page.jar)))
    const answers = await Promise.all(
      tabs.map(async (tab) => readToken(await token(tab, 'tako', { account: '', known: handle }))),
    )
    expect(new Set(answers.map((answer) => answer.accessToken)).size).toBe(1)
    expect(world.controls.tako.counters()).toMatchObject({ requests: 1, rotations: 1, reuses: 0 })
  })

  test('behavior: who comes late with the old cookie is given the successor', async () => {
    const world = createWorld({ tokensIn }, { tako: { reuse: 'strict' } })
    const page = world.browser()
    await world.start(page, 'tako')
    const late = world.browser(new Map(page.jar))
    const { handle } = await readToken(await token(page, 'tako'))
    const renewed = await readToken(await token(page, 'tako', { account: '', known: handle }))
    world.time.advance(29_000)
    const answer = await token(late, 'tako', { account: '', known: handle })
    expect(await readToken(answer)).toEqual({
      ...renewed,
      expiresInMs: renewed.expiresInMs - 29_000,
    })
    expect(late.jar.size).toBe(1)
    expect(world.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
  })

  test('behavior: a page that lost the answer asks again and gets it', async () => {
    const world = createWorld({ tokensIn }, { tako: { reuse: 'strict' } })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page, 'tako'))
    const before = new Map(page.jar)
    const lost = await readToken(await token(page, 'tako', { account: '', known: handle }))
    const again = world.browser(before)
    expect(await readToken(await token(again, 'tako', { account: '', known: handle }))).toEqual(
      lost,
    )
  })

  test('behavior: sign-out is idempotent, and nothing brings the session back', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'cloudreve')
    const stolen = world.browser(new Map(page.jar))
    for (let round = 0; round < 2; round++) {
      const response = await page.post('/auth/cloudreve/sign-out')
      expect(response.status).toBe(200)
      expect(page.jar.size).toBe(0)
    }
    expect(world.controls.cloudreve.counters().families[0]?.revoked).toBe(true)
    world.time.advance(20 * 86_400_000)
    const refused = await token(stolen, 'cloudreve')
    expect(refused.status).toBe(401)
    expect(await readProblem(refused)).toMatchObject({ code: 'session/signed-out' })
    const absent = await token(page, 'cloudreve')
    expect(absent.status).toBe(401)
    // A page that only asks for the status gets an answer, not an error. This also holds if the response that deletes the cookie
    // was lost.
    for (const one of [page, stolen]) {
      const asked = await token(one, 'cloudreve', { account: '', probe: true })
      expect(asked.status).toBe(200)
      expect(await asked.json()).toMatchObject({ code: 'session/signed-out' })
    }
    expect(world.controls.cloudreve.counters().requests).toBe(0)
  })

  test('behavior: signed out while a refresh is out: what comes back is revoked, and nobody gets it', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'cloudreve')
    const { handle } = await readToken(await token(page, 'cloudreve'))
    const other = world.browser(new Map(page.jar))
    const processed = new Promise<void>((resolve) => {
      world.controls.onRequest(({ phase, route }) => {
        if (phase === 'received' && route === 'refresh') resolve()
      })
    })
    world.controls.cloudreve.failNext({ type: 'hang', processed: true })
    const refreshing = token(other, 'cloudreve', { account: '', known: handle })
    await processed
    await page.post('/auth/cloudreve/sign-out')
    world.controls.cloudreve.release()
    const response = await refreshing
    expect(response.status).toBe(401)
    expect(response.headers.getSetCookie()).toEqual([])
    const revokes = world.metrics.filter(
      (metric) => metric.type === 'upstream' && metric.call === 'revoke',
    )
    expect(revokes).toHaveLength(2)
  })

  test('behavior: a new sign-in ends the session before it', async () => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'talkstack', { account: 'ann' })
    const before = world.browser(new Map(page.jar))
    await world.start(page, 'talkstack', { account: 'bob' })
    expect((await token(before, 'talkstack')).status).toBe(401)
    // A page that means another account neither receives this one's token nor signs it out.
    expect((await token(page, 'talkstack', { account: 'ann' })).status).toBe(401)
    await page.post('/auth/talkstack/sign-out', { account: 'ann' })
    expect(await readToken(await token(page, 'talkstack', { account: 'bob' }))).toMatchObject({
      subject: 'bob',
    })
  })
})
