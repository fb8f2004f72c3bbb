import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundleForNode } from './testing/bundleForNode.ts'
import { createBrowser, type TestBrowser } from './testing/createBrowser.ts'
import { readProblem, readToken, testSecret } from './testing/createWorld.ts'
import { sendOverHttp } from './testing/sendOverHttp.ts'
import { getChallenge, signChallenge } from './testing/siweWorld.ts'
import { redisPath, startRedis, type TestRedis } from './testing/startRedis.ts'
import { type Replica, startReplica } from './testing/startReplica.ts'

// Starts processes, and shares the machine with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe.skipIf(!redisPath)(
  'three relay processes that issue tokens, and Redis (skipped where no redis-server is installed)',
  () => {
    let bundle: Awaited<ReturnType<typeof bundleForNode>>
    let redis: TestRedis
    let replicas: Replica[] = []

    const start = () =>
      startReplica(bundle.path, {
        redisUrl: redis.url,
        upstream: 'http://127.0.0.1:1',
        secret: testSecret,
        tokensIn: 'cookie',
        timing: { requestTimeoutMs: 30_000, answerWithinMs: 50_000 },
      })
    const at = (replica: Replica | undefined, jar?: Map<string, string>) =>
      createBrowser({ send: sendOverHttp(replica?.url ?? ''), ...(jar && { jar: new Map(jar) }) })
    const send = async (page: TestBrowser, body: unknown) =>
      (await page.post('/auth/siwe/sign-in', body)).status

    beforeAll(async () => {
      ;[bundle, redis] = await Promise.all([bundleForNode('relayProcess'), startRedis()])
      replicas = await Promise.all([start(), start(), start()])
    })
    afterAll(async () => {
      await Promise.all(replicas.map((replica) => replica.kill()))
      await Promise.all([redis?.dispose(), bundle?.dispose()])
    })

    test('behavior: 200 verifies of one challenge at once give one session', async () => {
      const page = at(replicas[0])
      const body = await signChallenge(await getChallenge(page))
      const tabs = Array.from({ length: 200 }, (_, index) => at(replicas[index % 3], page.jar))
      const statuses = await Promise.all(tabs.map((tab) => send(tab, body)))
      expect(statuses.filter((status) => status === 200)).toHaveLength(1)
      expect(new Set(statuses)).toEqual(
        new Set([200, 403, 503].filter((one) => statuses.includes(one))),
      )
      const signedIn = tabs.filter(({ jar }) => jar.has('__Host-takokit-siwe'))
      expect(signedIn).toHaveLength(1)
      // It is a session at any of them.
      const copy = at(replicas[2], signedIn[0]?.jar)
      await readToken(await copy.post('/auth/siwe/token'))
      for (const replica of replicas) expect(await send(at(replica, page.jar), body)).toBe(403)
    })

    test('behavior: 200 at once with as many signatures of other accounts: one session', async () => {
      const page = at(replicas[0])
      const challenge = await getChallenge(page)
      const bodies = await Promise.all(
        Array.from({ length: 10 }, (_, index) => signChallenge(challenge, { index })),
      )
      const statuses = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          send(at(replicas[index % 3], page.jar), bodies[index % 10]),
        ),
      )
      expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    })

    test('behavior: a relay that is killed after it has burnt a challenge: burnt it stays', async () => {
      const victim = await start()
      const page = at(victim)
      const challenge = await getChallenge(page)
      const body = await signChallenge(challenge)
      victim.hold()
      const verified = victim.next(({ type }) => type === 'sending')
      const lost = send(page, body).catch(() => 'lost')
      await verified
      await victim.kill()
      expect(await lost).toBe('lost')
      const other = await signChallenge(challenge, { index: 1 })
      for (const replica of replicas) {
        // The same signature is told that it is under way, any other that it comes too late. Neither begins a session.
        const again = await at(replica, page.jar).post('/auth/siwe/sign-in', body)
        expect([again.status, (await readProblem(again)).code]).toEqual([
          503,
          'provider/unavailable',
        ])
        expect(await send(at(replica, page.jar), other)).toBe(403)
      }
      // A new challenge is at hand.
      const next = at(replicas[1], page.jar)
      expect(await send(next, await signChallenge(await getChallenge(next)))).toBe(200)
    })

    test('behavior: Redis crashes and comes back: burnt it stays, and what was not used is usable', async () => {
      const page = at(replicas[0])
      const [used, unused] = [await getChallenge(page), await getChallenge(page)]
      const [first, second] = [await signChallenge(used), await signChallenge(unused)]
      const jar = new Map(page.jar)
      expect(await send(page, first)).toBe(200)
      const states = (state: 'close' | 'ready') =>
        Promise.all(
          replicas.map(({ next }) => next((one) => one.type === 'redis' && one.state === state)),
        )
      const closed = states('close')
      await redis.crash()
      await closed
      for (const body of [first, second]) expect(await send(at(replicas[1], jar), body)).toBe(503)
      expect((await at(replicas[1], jar).post('/auth/siwe/challenge', {})).status).toBe(503)
      const ready = states('ready')
      await redis.restart()
      await ready
      expect(await send(at(replicas[2], jar), first)).toBe(403)
      expect(await send(at(replicas[2], jar), second)).toBe(200)
    })
  },
)
