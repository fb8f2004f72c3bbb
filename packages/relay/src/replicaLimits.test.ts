import { createTakoMessage } from '@takokit/core'
import { type EmulatorServer, serveEmulator } from '@takokit/emulator/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundleForNode } from './testing/bundleForNode.ts'
import { createBrowser, type TestBrowser } from './testing/createBrowser.ts'
import { account, readProblem, testSecret } from './testing/createWorld.ts'
import { sendOverHttp } from './testing/sendOverHttp.ts'
import { redisPath, startRedis, type TestRedis } from './testing/startRedis.ts'
import { type Replica, startReplica } from './testing/startReplica.ts'

// Starts processes, and shares the machine with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const perMs = 3_600_000
const limits = {
  // No use is given back while a test runs: one each two minutes, three and twelve.
  address: { requests: 30, perMs },
  session: { requests: 20, perMs },
  signIn: { requests: 5, perMs },
}
const minute = 60_000

describe.skipIf(!redisPath)(
  'limits over three processes and Redis (skipped where no redis-server is installed)',
  () => {
    let bundle: Awaited<ReturnType<typeof bundleForNode>>
    let redis: TestRedis
    let upstream: EmulatorServer
    let replicas: Replica[] = []

    beforeAll(async () => {
      ;[bundle, redis, upstream] = await Promise.all([
        bundleForNode('relayProcess'),
        startRedis(),
        serveEmulator({ tako: { rateLimit: false } }),
      ])
      // Two of the clocks are wrong.
      replicas = await Promise.all(
        [0, 10 * minute, -10 * minute].map((aheadMs) =>
          startReplica(bundle.path, {
            redisUrl: redis.url,
            upstream: upstream.url,
            secret: testSecret,
            tokensIn: 'cookie',
            timing: {},
            rateLimits: limits,
            aheadMs,
          }),
        ),
      )
    })
    afterAll(async () => {
      await Promise.all(replicas.map((replica) => replica.kill()))
      await Promise.all([redis?.dispose(), upstream?.close(), bundle?.dispose()])
    })

    /** Tabs of one browser, each at the next process. */
    const tabs = (count: number, jar = new Map<string, string>()): TestBrowser[] =>
      Array.from({ length: count }, (_, index) =>
        createBrowser({
          send: (request) => sendOverHttp(replicas[index % 3]?.url ?? '')(request),
          jar: new Map(jar),
        }),
      )
    const browse = () => tabs(1)[0] as TestBrowser
    const ask = (page: TestBrowser, address: string) =>
      page.post('/auth/tako/token', { account: '' }, { 'x-test-address': address })
    const askAll = (pages: TestBrowser[], address: (index: number) => string) =>
      Promise.all(pages.map((page, index) => ask(page, address(index))))
    const askFrom = (address: string, count: number) => askAll(tabs(count), () => address)
    const signed = (async () => {
      const { address, signMessage } = account()
      const message = createTakoMessage({ address })
      return { address, message, signature: await signMessage({ message }) }
    })()
    async function signIn(page: TestBrowser, address: string): Promise<Response> {
      return page.post('/auth/tako/sign-in', await signed, { 'x-test-address': address })
    }

    /** So many passed. The others must wait, by header and body, until one more is allowed. */
    async function expectPassed(
      answers: Response[],
      { status, passed, limit }: { status: number; passed: number; limit: { requests: number } },
    ) {
      const refused = answers.filter((answer) => answer.status !== status)
      expect(refused.map((answer) => answer.status)).toEqual(refused.map(() => 429))
      expect(answers.length - refused.length).toBe(passed)
      for (const answer of refused) {
        const { code, retryAfterMs = 0 } = await readProblem(answer)
        expect(code).toBe('request/throttled')
        // By Redis' clock: a process whose own clock is ten minutes off gives the same wait.
        expect(retryAfterMs).toBeGreaterThan(0)
        expect(retryAfterMs).toBeLessThanOrEqual(perMs / limit.requests)
        expect(answer.headers.get('retry-after')).toBe(String(Math.ceil(retryAfterMs / 1000)))
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    }

    test('default: per address: so many in all, not per process', async () => {
      const anonymous = { status: 401, limit: limits.address }
      await expectPassed(await askFrom('203.0.113.7', 90), { ...anonymous, passed: 30 })
      // Each of them refuses, and this affects no other caller.
      await expectPassed(await askFrom('203.0.113.7', 3), { ...anonymous, passed: 0 })
      await expectPassed(await askFrom('203.0.113.8', 3), { ...anonymous, passed: 3 })
    })

    test('default: per session, over processes and addresses', async () => {
      const [page, other] = [browse(), browse()]
      expect((await signIn(page, '198.51.100.1')).status).toBe(200)
      expect((await signIn(other, '198.51.100.2')).status).toBe(200)
      const from = (index: number) => `198.51.100.${index + 10}`
      const signedIn = { status: 200, limit: limits.session }
      const answers = await askAll(tabs(60, page.jar), from)
      await expectPassed(answers, { ...signedIn, passed: 20 })
      await expectPassed(await askAll(tabs(3, other.jar), from), { ...signedIn, passed: 3 })
    })

    test('default: sign-ins per address: nothing more is sent upstream', async () => {
      const { tako } = upstream.emulator.controls
      tako.resetCounters()
      const answers = await Promise.all(tabs(15).map((page) => signIn(page, '192.0.2.1')))
      await expectPassed(answers, { status: 200, passed: 5, limit: limits.signIn })
      expect(tako.counters().signIns).toBe(5)
      expect((await signIn(browse(), '192.0.2.2')).status).toBe(200)
    })

    test('behavior: Redis restarted: nobody may more than before', async () => {
      const anonymous = { status: 401, limit: limits.address }
      await expectPassed(await askFrom('203.0.113.9', 18), { ...anonymous, passed: 18 })
      const said = (state: 'close' | 'ready') =>
        Promise.all(
          replicas.map((replica) =>
            replica.next((message) => message.type === 'redis' && message.state === state),
          ),
        )
      const [closed, ready] = [said('close'), said('ready')]
      await redis.crash()
      await closed
      // Calls that cannot be counted are refused.
      const gone = await askFrom('203.0.113.9', 6)
      expect(gone.map(({ status }) => status)).toEqual(gone.map(() => 503))
      await redis.restart()
      await ready
      await expectPassed(await askFrom('203.0.113.9', 36), { ...anonymous, passed: 12 })
    })
  },
)
