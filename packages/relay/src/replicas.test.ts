import { createTakoMessage } from '@takokit/core'
import { type EmulatorServer, serveEmulator } from '@takokit/emulator/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createBrowser, type TestBrowser } from './testing/createBrowser.ts'
import { account, readProblem, readToken, testSecret } from './testing/createWorld.ts'
import { bundleForNode } from './testing/bundleForNode.ts'
import { sendOverHttp } from './testing/sendOverHttp.ts'
import { startBalancer } from './testing/startBalancer.ts'
import { redisPath, startRedis, type TestRedis } from './testing/startRedis.ts'
import { type Replica, startReplica } from './testing/startReplica.ts'
import { until } from './testing/until.ts'
import type { RelayTiming } from './types/RelayTiming.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

/** One signature for all: each sign-in begins a token family of its own. */
const { address, signMessage } = account()
const message = createTakoMessage({ address })
const signing = signMessage({ message })

async function signIn(page: TestBrowser) {
  const signature = await signing
  return readToken(await page.post('/auth/tako/sign-in', { address, message, signature }))
}

// Starts processes, and shares the machine with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe.skipIf(!redisPath).each(['cookie', 'store'] as const)(
  'three relay processes, a balancer and Redis, tokens in the %s (skipped where no redis-server is installed)',
  (tokensIn) => {
    let bundle: Awaited<ReturnType<typeof bundleForNode>>
    let redis: TestRedis
    let upstream: EmulatorServer
    let balancer: Awaited<ReturnType<typeof startBalancer>>
    let replicas: Replica[] = []

    const start = (timing: Partial<RelayTiming> = {}) =>
      startReplica(bundle.path, {
        redisUrl: redis.url,
        upstream: upstream.url,
        secret: testSecret,
        tokensIn,
        timing: { confirmDelayMs: 10, requestTimeoutMs: 30_000, answerWithinMs: 50_000, ...timing },
      })
    /** An attempt whose replica is gone is taken over after two seconds. Other requests wait for that. */
    const startImpatient = () => start({ requestTimeoutMs: 2_000, frozenMarginMs: 0 })
    const tako = () => upstream.emulator.controls.tako
    const browse = (url: string, jar?: Map<string, string>) =>
      createBrowser({ send: sendOverHttp(url), ...(jar && { jar: new Map(jar) }) })
    const copy = (page: TestBrowser, url = balancer.url) => browse(url, page.jar)

    beforeAll(async () => {
      ;[bundle, redis, upstream] = await Promise.all([
        bundleForNode('relayProcess'),
        startRedis(),
        serveEmulator({ tako: { rateLimit: false, reuse: 'strict' } }),
      ])
      replicas = await Promise.all([start(), start(), start()])
      balancer = await startBalancer(() => replicas.map(({ url }) => url))
    })
    afterEach(() => {
      tako().clearFaults()
      tako().release()
      tako().setReuse('strict')
      tako().resetCounters()
    })
    afterAll(async () => {
      await Promise.all(replicas.map((replica) => replica.kill()))
      await balancer?.close()
      await Promise.all([redis?.dispose(), upstream?.close(), bundle?.dispose()])
    })

    test('default: 200 browsers whose tokens are due together: one request upstream per lineage, all signed in', async () => {
      const pages = Array.from({ length: 200 }, () => browse(balancer.url))
      const handles = await Promise.all(pages.map(async (page) => (await signIn(page)).handle))
      tako().resetCounters()
      const answers = await Promise.all(
        pages.map((page, index) =>
          Promise.all(
            [page, copy(page), copy(page)].map(async (tab) =>
              readToken(await token(tab, handles[index])),
            ),
          ),
        ),
      )
      for (const [index, tabs] of answers.entries()) {
        const renewed = handles[index]?.replace(/1$/, '2')
        expect(tabs.map(({ handle }) => handle)).toEqual([renewed, renewed, renewed])
        expect(new Set(tabs.map(({ accessToken }) => accessToken)).size).toBe(1)
      }
      const { families, ...sums } = tako().counters()
      expect(sums).toMatchObject({
        requests: 200,
        presentations: 200,
        rotations: 200,
        reuses: 0,
        overlaps: 0,
      })
      expect(families.filter(({ requests }) => requests > 1)).toEqual([])
      expect(families.filter(({ revoked }) => revoked)).toEqual([])
      // No session was ended: each renews once more.
      const again = await Promise.all(
        pages.map(async (page, index) => token(page, answers[index]?.[0]?.handle)),
      )
      expect(again.filter(({ status }) => status !== 200)).toEqual([])
    })

    test('behavior: 200 requests of one lineage, over all replicas: one request upstream', async () => {
      const page = browse(balancer.url)
      const { handle } = await signIn(page)
      const answers = await Promise.all(
        Array.from({ length: 200 }, async () => readToken(await token(copy(page), handle))),
      )
      expect(new Set(answers.map((answer) => answer.accessToken)).size).toBe(1)
      expect(tako().counters()).toMatchObject({ requests: 1, reuses: 0 })
    })

    test('behavior: the holder is killed before it has sent, strict: another goes on', async () => {
      const page = browse(balancer.url)
      const { handle } = await signIn(page)
      const [victim, survivor] = await Promise.all([startImpatient(), startImpatient()])
      victim.hold()
      const sending = victim.next(({ type }) => type === 'sending')
      const lost = token(copy(page, victim.url), handle).catch(() => 'lost')
      await sending
      const waiting = token(copy(page, survivor.url), handle)
      await victim.kill()
      expect(await lost).toBe('lost')
      const renewed = await readToken(await waiting)
      expect((await readToken(await token(page, handle))).handle).toBe(renewed.handle)
      expect(tako().counters()).toMatchObject({ requests: 1, reuses: 0 })
      await survivor.kill()
    })

    test.each(
      tokensIn === 'cookie' ? (['stateless', 'grace', 'strict'] as const) : (['strict'] as const),
    )('behavior: the holder is killed after it has sent, %s', async (reuse) => {
      tako().setReuse(reuse)
      const [page, other] = [browse(balancer.url), browse(balancer.url)]
      const [{ handle }, unharmed] = [await signIn(page), await signIn(other)]
      const [victim, survivor, another] = await Promise.all([
        startImpatient(),
        startImpatient(),
        startImpatient(),
      ])
      tako().failNext({ type: 'hang', processed: true }, { route: 'refresh' })
      const lost = token(copy(page, victim.url), handle).catch(() => 'lost')
      await until(() => tako().hanging() === 1)
      await victim.kill()
      expect(await lost).toBe('lost')
      tako().release()
      const answers = await Promise.all(
        [survivor, another, survivor, another].map(({ url }) => token(copy(page, url), handle)),
      )
      if (reuse === 'strict') {
        for (const answer of answers)
          expect(await readProblem(answer)).toMatchObject({
            status: 401,
            code: 'session/refresh-answer-lost',
          })
        // Sent once and confirmed once, and no more however many requests arrive.
        expect((await token(page, handle)).status).toBe(401)
        expect(tako().counters().requests).toBe(3)
      } else {
        const tokens = await Promise.all(answers.map(readToken))
        expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1)
        expect(tako().counters().requests).toBe(2)
      }
      expect((await token(other, unharmed.handle)).status).toBe(200)
      await Promise.all([survivor.kill(), another.kill()])
    })

    /** What each process reports when its Redis connection opens or closes. */
    const said = (state: 'close' | 'ready') =>
      Promise.all(
        replicas.map((replica) =>
          replica.next((message) => message.type === 'redis' && message.state === state),
        ),
      )
    const healths = () =>
      Promise.all(replicas.map(async ({ url }) => (await fetch(`${url}/auth/healthz`)).status))
    async function expectGone(answer: Response) {
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('2')
      expect(await readProblem(answer)).toMatchObject({
        code: 'relay/store-unavailable',
        retryAfterMs: 2_000,
      })
    }

    test('behavior: Redis gone for a while: 503 with a wait, nothing sent upstream; back: all signed in, nothing is lost', async () => {
      const pages = Array.from({ length: 20 }, () => browse(balancer.url))
      const handles = await Promise.all(pages.map(async (page) => (await signIn(page)).handle))
      const [before, during] = [browse(balancer.url), browse(balancer.url)]
      await Promise.all([signIn(before), signIn(during)])
      const [stolenBefore, stolenDuring] = [copy(before), copy(during)]
      await before.post('/auth/tako/sign-out')
      tako().resetCounters()

      const closed = said('close')
      await redis.crash()
      await closed
      for (let round = 0; round < 3; round++) {
        const answers = await Promise.all([
          ...pages.map((page, index) => token(copy(page), handles[index])),
          ...pages.map((page) => token(copy(page))),
          browse(balancer.url).post('/auth/tako/sign-in', {
            address,
            message,
            signature: await signing,
          }),
        ])
        for (const answer of answers) {
          await expectGone(answer)
          expect(answer.headers.getSetCookie()).toEqual([])
        }
        expect(await healths()).toEqual([503, 503, 503])
      }
      // The browser forgets its session at once, and the process remembers the sign-out.
      await expectGone(await during.post('/auth/tako/sign-out'))
      expect(during.jar.size).toBe(0)
      expect(tako().counters()).toMatchObject({ requests: 0, signIns: 0 })

      const ready = said('ready')
      await redis.restart()
      await ready
      expect(await healths()).toEqual([200, 200, 200])
      // All of them at once, in three tabs each.
      const after = await Promise.all(
        pages.map((page, index) =>
          Promise.all(
            [page, copy(page), copy(page)].map(
              async (tab) => (await readToken(await token(tab, handles[index]))).handle,
            ),
          ),
        ),
      )
      for (const [index, tabs] of after.entries()) {
        const renewed = handles[index]?.replace(/1$/, '2')
        expect(tabs).toEqual([renewed, renewed, renewed])
      }
      expect(tako().counters()).toMatchObject({ requests: 20, rotations: 20, reuses: 0 })
      // Earlier sign-outs stay in effect. Those made meanwhile take effect as soon as that process has written them.
      expect((await token(stolenBefore)).status).toBe(401)
      while ((await token(stolenDuring)).status !== 401);
      for (const { url } of replicas)
        expect((await token(copy(stolenDuring, url))).status).toBe(401)
    })

    test('behavior: Redis restarted while an answer is on its way: the page gets it, and the others too', async () => {
      const page = browse(balancer.url)
      const { handle } = await signIn(page)
      tako().failNext({ type: 'hang' }, { route: 'refresh' })
      const asking = token(copy(page, replicas[1]?.url), handle)
      await until(() => tako().hanging() === 1)
      const [closed, ready] = [said('close'), said('ready')]
      await redis.crash()
      await closed
      tako().release()
      const renewed = await readToken(await asking)
      await redis.restart()
      await ready
      expect((await readToken(await token(copy(page, replicas[1]?.url), handle))).accessToken).toBe(
        renewed.accessToken,
      )
      expect((await readToken(await token(copy(page, replicas[2]?.url), handle))).accessToken).toBe(
        renewed.accessToken,
      )
      expect(tako().counters()).toMatchObject({ requests: 1, reuses: 0 })
    })
  },
)
