import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { formatTimeline } from './formatTimeline.ts'
import { guards } from './guards.ts'
import { scenarios } from './scenarios/index.ts'
import { runSeed } from './runSeed.ts'
import { runSeeds } from './runSeeds.ts'

test('default', { timeout: 300_000 }, async () => {
  // One core is left for the browser tests, which run at the same time.
  const workers = Math.max(1, availableParallelism() - 1)
  const { seeds, failures } = await runSeeds({ count: 5_000, workers })
  expect(failures).toEqual([])
  expect(seeds).toBe(5_000)
})

test('behavior: backends with challenges, their sessions in tokens and in cookies', {
  timeout: 300_000,
}, async () => {
  const { seeds, failures } = await runSeeds({ from: -250, count: 250, workers: 1 })
  expect(failures).toEqual([])
  expect(seeds).toBe(250)
})

test('behavior: the same seed tells the same story', async () => {
  for (const seed of [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, -1, -2, -5, -8]) {
    const one = await runSeed(seed)
    const other = await runSeed(seed)
    expect(other.hash).toBe(one.hash)
    expect(other.trace).toEqual(one.trace)
  }
})

test('behavior: other seeds tell other stories', async () => {
  const hashes = new Set<number>()
  for (let seed = 0; seed < 60; seed++) hashes.add((await runSeed(seed)).hash)
  expect(hashes.size).toBe(60)
})

test('behavior: nothing goes on once a story stands still', async () => {
  for (let seed = 0; seed < scenarios.length * 2; seed++) {
    const { trace } = await runSeed(seed)
    const { length } = trace
    await new Promise((resolve) => setImmediate(resolve))
    expect(trace.length).toBe(length)
  }
})

test('behavior: every row is played under every policy', async () => {
  const played = new Set<string>()
  for (let seed = 0; seed < scenarios.length * 40; seed++) {
    const { story, setting } = await runSeed(seed)
    played.add(`${story}: ${setting.policy}`)
  }
  expect(played.size).toBe(new Set(scenarios.map(({ name }) => name)).size * 3)
})

test('behavior: a policy and faults of the disk can be asked for', async () => {
  const stories = await Promise.all(
    [40, 41, 42, 43, 40 + scenarios.length].map((seed) =>
      runSeed(seed, { policy: 'strict', hasDiskFaults: true }),
    ),
  )
  expect(stories.map(({ setting }) => setting.policy)).toEqual(Array(5).fill('strict'))
  expect(stories.flatMap(({ violations }) => violations)).toEqual([])
  const happened = stories.flatMap(({ trace }) =>
    trace.filter(({ who }) => who === 'story').map(({ what }) => what),
  )
  expect(happened.filter((what) => /disk|stale|room|cleared/.test(what)).length).toBeGreaterThan(5)
})

test('behavior: a timeline can be read', async () => {
  const text = formatTimeline(await runSeed(0))
  expect(text).toMatch(/^seed 0: none, all tabs expire together\n/)
  expect(text).toMatch(/\d+\.\d{3} s {2}tab 1 {5}sends refresh/)
  expect(text).toMatch(/all promises kept$/)
  expect(text).not.toContain('SECRET')
})

describe('guards', () => {
  test.each(guards)('$id: is there, once', async ({ file, text, instead }) => {
    const source = await readFile(fileURLToPath(new URL(`../../../../${file}`, import.meta.url)), {
      encoding: 'utf8',
    })
    expect(source.split(text)).toHaveLength(2)
    expect(instead).not.toBe(text)
  })

  test('each has a name of its own', () => {
    expect(new Set(guards.map(({ id }) => id)).size).toBe(guards.length)
  })
})
