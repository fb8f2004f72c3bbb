import { expect, test } from 'vitest'
import { createWorld, readToken } from '../testing/createWorld.ts'
import { createTurns } from './createTurns.ts'

const nextTurn = () => new Promise((resolve) => void setImmediate(resolve))

test('default: so many at a time, in the order in which they asked', async () => {
  const turn = createTurns(3)
  const begun: number[] = []
  const all = Array.from({ length: 10 }, async (_, index) => {
    await turn()
    begun.push(index)
  })
  const counts: number[] = []
  for (let round = 0; round < 4; round++) {
    await nextTurn()
    counts.push(begun.length)
  }
  await Promise.all(all)
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  // Three at once, then three in each turn.
  expect(counts).toEqual([6, 9, 10, 10])
})

test('behavior: one alone does not wait', async () => {
  const turn = createTurns(1)
  for (let round = 0; round < 3; round++) {
    let isBegun = false
    void turn().then(() => {
      isBegun = true
    })
    await Promise.resolve()
    await Promise.resolve()
    expect(isBegun).toBe(true)
    await nextTurn()
    await nextTurn()
  }
})

test('behavior: a token at hand does not wait for a burst of renewals', async () => {
  let [sent, renewed] = [0, 0]
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const world = createWorld({
    fetch: async (input, init) => {
      sent += 1
      if (sent > 1) await answered
      return world.emulator.fetch(input, init)
    },
  })
  const pages = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const page = world.browser()
      await world.start(page, 'talkstack')
      const { handle } = await readToken(await page.post('/auth/talkstack/token'))
      return { page, handle }
    }),
  )
  const [other, ...due] = pages
  if (!other) throw new Error('There is no page.')
  const renew = async ({ page, handle }: typeof other) => {
    await readToken(await page.post('/auth/talkstack/token', { account: '', known: handle }))
    renewed += 1
  }
  const readAtHand = async () => readToken(await other.page.post('/auth/talkstack/token'))
  // The first one waits until its keys are derived.
  await renew(other)
  const renewing = due.map(renew)
  while (sent === 1) await nextTurn()
  await readAtHand()
  expect(sent).toBeLessThan(due.length / 2)

  while (sent <= due.length) await nextTurn()
  answer()
  while (renewed === 1) await nextTurn()
  await readAtHand()
  expect(renewed).toBeLessThan(due.length / 2)
  await Promise.all(renewing)
  expect([sent, renewed]).toEqual([pages.length, pages.length])
})
