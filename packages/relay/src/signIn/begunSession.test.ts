import { expect, test } from 'vitest'
import { memoryStore } from '../stores/memoryStore.ts'
import type { TestBrowser } from '../testing/createBrowser.ts'
import { createSiweWorld, getChallenge, signChallenge } from '../testing/siweWorld.ts'
import { until } from '../testing/until.ts'
import type { RelayStore } from '../types/RelayStore.ts'
import { digestOf } from './challengeRow.ts'

test('behavior: a session that waits for its page is another’s for nobody who can write the store', async () => {
  const rows = new Map<string, string>()
  const inner = memoryStore()
  const store: RelayStore = {
    ...inner,
    write(key, row) {
      rows.set(key, row.value)
      return inner.write(key, row)
    },
  }
  const { browser, time } = createSiweWorld(
    { claims: () => new Promise((resolve) => time.setTimer(() => resolve({}), 20_000)) },
    { store },
  )
  const issuedAt = new Date(time.now())
  const [page, mallory] = [browser(), browser()]
  const challenge = await getChallenge(page)
  await getChallenge(mallory)
  const [key = ''] = [...rows.keys()].filter((name) => name.endsWith(challenge.nonce))
  const send = async (by: TestBrowser, index: number) =>
    by.post('/auth/siwe/sign-in', await signChallenge(challenge, { issuedAt, index }))
  const asking = send(page, 0)
  await until(() => time.pending() >= 2)
  time.advance(10_000)
  expect((await asking).status).toBe(503)
  time.advance(10_000)
  await until(() => rows.get(key)?.startsWith('begun ') === true)
  const begun = rows.get(key) ?? ''
  // What Mallory's own attempt for this challenge would have written.
  const own = await signChallenge(challenge, { issuedAt, index: 1 })
  const signed = await digestOf(own.address.toLowerCase(), own.message, own.signature.toLowerCase())
  const itsBrowser = await digestOf(mallory.jar.get('__Host-takokit-siwe.challenge') ?? '')
  const forged = ['begun', itsBrowser, signed, ...begun.split(' ').slice(3)].join(' ')
  const put = async (value: string) =>
    inner.write(key, { expected: (await inner.read(key))?.rev, rev: value, value, ttlMs: 60_000 })
  await put(forged)
  expect((await send(mallory, 1)).status).toBe(403)
  expect(mallory.jar.has('__Host-takokit-siwe')).toBe(false)
  await put(begun)
  expect((await send(page, 0)).status).toBe(200)
})
