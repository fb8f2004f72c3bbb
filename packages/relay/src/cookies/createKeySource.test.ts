import { describe, expect, test } from 'vitest'
import type { TestBrowser } from '../testing/createBrowser.ts'
import { deriveKeys } from './deriveKeys.ts'
import { createWorld, readProblem, readToken, testSecret } from '../testing/createWorld.ts'
import { isKeyId, keyId } from './keyId.ts'

const otherSecret = 'another-sealing-secret-9876543210-fedcba'
const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })
const never = () => new Promise<never>(() => {})

/** Lets the response's microtasks run, advances the time, and returns the response. */
async function after(answer: Promise<Response>, advance: (ms: number) => void, ms: number) {
  await new Promise((resolve) => setImmediate(resolve))
  advance(ms)
  return answer
}

describe.each(['cookie', 'store'] as const)(
  'secrets from a function, tokens in the %s',
  (tokensIn) => {
    test('behavior: while it hangs or fails, the keys at hand serve: renewals, sign-ins and sign-outs', async () => {
      let source: () => string | Promise<string> = () => testSecret
      const world = createWorld({ tokensIn, secret: () => source() })
      const page = world.browser()
      await world.start(page, 'tako')
      for (const broken of [
        never,
        () => {
          throw new Error('gone')
        },
        async () => Promise.reject(new Error('gone')),
        () => 'short',
      ]) {
        source = broken
        for (let minute = 0; minute < 5; minute++) {
          world.time.advance(61_000)
          const { handle } = await readToken(await token(page))
          expect((await readToken(await token(page, handle))).handle).not.toBe(handle)
        }
        const another = world.browser()
        expect((await world.start(another, 'tako')).response.status).toBe(204)
        expect((await another.post('/auth/tako/sign-out')).status).toBe(200)
      }
    })

    test('behavior: one that hangs from the start is waited for a while, then asked anew', async () => {
      let source: () => string | Promise<string> = never
      const world = createWorld({ tokensIn })
      const page = world.browser()
      await world.start(page, 'tako')
      const other = createWorld({ ...world.relayOptions, secret: () => source() })
      const kept = other.browser(page.jar)
      const refused = await after(token(kept), world.time.advance, 5_000)
      expect([refused.status, (await readProblem(refused)).code]).toEqual([
        503,
        'relay/secret-unavailable',
      ])
      expect(refused.headers.get('retry-after')).toBe('2')
      source = () => testSecret
      expect((await token(kept)).status).toBe(200)
    })

    test('behavior: an answer that comes after all is taken, but never over a newer one', async () => {
      const answers: ((secret: string) => void)[] = []
      const world = createWorld({
        tokensIn,
        secret: () => new Promise<string>((resolve) => answers.push(resolve)),
      })
      const page = world.browser()
      const other = createWorld({ ...world.relayOptions, tokensIn, secret: testSecret })
      await other.start(page, 'tako')
      const kept = world.browser(page.jar)
      expect((await after(token(kept), world.time.advance, 5_000)).status).toBe(503)
      expect((await after(token(kept), world.time.advance, 5_000)).status).toBe(503)
      expect(answers.length).toBeGreaterThan(1)
      for (const [index, secret] of [testSecret, otherSecret].entries()) {
        answers[1 - index]?.(secret)
        // At least as long as the source takes to derive keys.
        for (let round = 0; round < 5; round++) await deriveKeys([secret])
      }
      expect((await token(kept)).status).toBe(200)
    })

    test('behavior: a key that is not known yet is asked for, and ends nobody’s session meanwhile', async () => {
      let asked = 0
      let secrets = [testSecret]
      const newer = createWorld({ tokensIn, secret: [otherSecret, testSecret] })
      const { relayOptions, time } = newer
      const older = createWorld({
        ...relayOptions,
        tokensIn,
        secret: () => {
          asked++
          return secrets
        },
      })
      const page = newer.browser()
      await newer.start(page, 'tako')
      const { handle } = await readToken(await token(page))
      // Rotation in one step: a replica that does not have the new secret yet receives requests too.
      const there = older.browser(page.jar)
      for (let minute = 0; minute < 10; minute++) {
        for (let turn = 0; turn < 5; turn++) {
          const refused = await token(there, turn % 2 === 0 ? handle : undefined)
          expect([refused.status, (await readProblem(refused)).code]).toEqual([
            503,
            'relay/secret-unavailable',
          ])
          expect(refused.headers.getSetCookie()).toEqual([])
        }
        time.advance(60_000)
      }
      // The source is called again for it, but not by every request.
      expect(asked).toBeGreaterThan(5)
      expect(asked).toBeLessThan(25)
      secrets = [otherSecret, testSecret]
      expect((await readToken(await token(there))).handle).toBe(handle)
    })

    test('behavior: a sign-out with a key that is not known yet takes the cookie away, and says that it is not done', async () => {
      const newer = createWorld({ tokensIn, secret: otherSecret })
      const older = createWorld({ ...newer.relayOptions, tokensIn, secret: testSecret })
      const page = newer.browser()
      await newer.start(page, 'tako')
      const there = older.browser(page.jar)
      const refused = await there.post('/auth/tako/sign-out')
      expect(refused.status).toBe(503)
      expect(there.jar.size).toBe(0)
    })

    test('behavior: a key that is not known yet does not keep anybody from signing in', async () => {
      const newer = createWorld({ tokensIn, secret: otherSecret })
      const older = createWorld({ ...newer.relayOptions, tokensIn, secret: testSecret })
      const page = newer.browser()
      await newer.start(page, 'tako')
      const there = older.browser(page.jar)
      expect((await older.start(there, 'tako')).response.status).toBe(204)
      expect((await token(there)).status).toBe(200)
    })
  },
)

test('behavior: a damaged name of a key is no name of one', () => {
  const id = keyId('aZ09-_')
  expect(isKeyId(id)).toBe(true)
  for (let at = 0; at < id.length; at++)
    for (const other of 'AQgw5_')
      if (other !== id[at]) expect(isKeyId(id.slice(0, at) + other + id.slice(at + 1))).toBe(false)
  for (const text of ['', 'a', 'eyJhbGciOiJkaXIifQ', `${id}A`, id.slice(1)])
    expect(isKeyId(text)).toBe(false)
})
