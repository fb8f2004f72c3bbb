import { readFileSync } from 'node:fs'
import { createTakoMessage } from '@takokit/core'
import { expect, test } from 'vitest'
import { createBrowser } from './testing/createBrowser.ts'
import { account, createWorld, readToken } from './testing/createWorld.ts'
import { signMessage } from './testing/signMessage.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
type World = ReturnType<typeof createWorld>

const at = (world: World, index: number) =>
  createBrowser({
    send: (request) => world.relay.fetch(request, { clientAddress: `2001:db8:${index}::1` }),
  })

/** A sign-in from an address; each message is another one. */
async function signIn(world: World, address: number, index: number, isContract = false) {
  world.time.advance(1)
  const signed = await signMessage({ index, issuedAt: world.time.now() })
  return at(world, address).post(
    '/auth/tako/sign-in',
    isContract ? { ...signed, signature: `0x${'1'.repeat(256)}` } : signed,
  )
}

async function repeat(count: number, ask: (index: number) => Promise<Response>) {
  const statuses: number[] = []
  for (let index = 0; index < count; index++) statuses.push((await ask(index)).status)
  return statuses
}

/** Calls `ask` until it is refused, and once more. */
async function expectLimit(count: number, ask: (index: number) => Promise<Response>) {
  const statuses = await repeat(count + 1, ask)
  expect(statuses.slice(0, count)).not.toContain(429)
  expect(statuses[count]).toBe(429)
}

const world = () => createWorld({ rateLimits: {} }, { tako: { rateLimit: false } })

test.each<[name: string, said: string, show: (world: World) => Promise<unknown>]>([
  [
    'address',
    '300 a minute',
    (world) => expectLimit(300, () => at(world, 1).fetch('/auth/healthz')),
  ],
  [
    'signIn',
    '20 a minute',
    async (world) => {
      const { address } = account()
      const message = createTakoMessage({ address, issuedAt: new Date(world.time.now()) })
      const junk = { address, message, signature: `0x${'1'.repeat(128)}1b` }
      await expectLimit(20, () => at(world, 1).post('/auth/tako/sign-in', junk))
    },
  ],
  ['accountSignIns', '6 a minute', (world) => expectLimit(6, (index) => signIn(world, index, 0))],
  [
    'contractSignIns',
    '6 a minute',
    (world) => expectLimit(6, (index) => signIn(world, index, index, true)),
  ],
  [
    'allSignIns',
    '30 a minute, 15 at once',
    async (world) => {
      await expectLimit(15, (index) => signIn(world, index, index))
      // One of thirty a minute is free again.
      world.time.advance(2_000)
      expect(await repeat(2, (index) => signIn(world, 50 + index, 50 + index))).toEqual([200, 429])
    },
  ],
  [
    'session',
    '60 a minute',
    async (world) => {
      const page = at(world, 1)
      await world.start(page, 'tako')
      await expectLimit(60, () => page.post('/auth/tako/token'))
    },
  ],
  [
    'earlyRenewals',
    '4 in 4 minutes',
    async (world) => {
      const page = at(world, 1)
      await world.start(page, 'tako')
      let { handle: known } = await readToken(await page.post('/auth/tako/token'))
      const renew = async () => {
        const response = await page.post('/auth/tako/token', { account: '', known })
        if (response.status === 200) ({ handle: known } = await readToken(response.clone()))
        return response
      }
      await expectLimit(4, renew)
      world.time.advance(60_000)
      expect(await repeat(2, renew)).toEqual([200, 429])
    },
  ],
])('default: the README’s limit: %s, %s', async (name, said, show) => {
  expect(readme).toContain(`| \`${name}\` | ${said} |`)
  await show(world())
})
