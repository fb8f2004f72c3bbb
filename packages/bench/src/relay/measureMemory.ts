import { heapBytes } from '../heapBytes.ts'
import { print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'

const count = 10_000

/**
 * The relay's memory for 10 000 live sessions. Cookies are in the browsers, and the upstream keeps nothing. A browser that
 * has shown its newest cookie costs nothing; for one that has not yet, the relay keeps what would be lost otherwise.
 */
export async function measureMemory(): Promise<void> {
  for (const isShown of [true, false]) {
    const { fresh, atRest } = await weigh(isShown)
    const which = isShown ? 'newest cookie shown' : 'newest cookie not shown yet'
    print(`memory, ${count} live sessions, ${which}`, `${atRest} bytes each`)
    print('the same, all renewed within the last 30 s', `${fresh} bytes each`)
  }
}

async function weigh(isShown: boolean): Promise<{ fresh: number; atRest: number }> {
  let nowAt = Date.parse('2024-06-01T12:00:00Z')
  const upstream = createInstantUpstream()
  const { begin } = createBenchRelay(
    () => upstream.fetch(),
    () => nowAt,
  )
  // Warms up, so that code loaded and compiled once does not count as a session's.
  for (let index = 0; index < 200; index++) await (await begin(upstream.issue())).renew()
  nowAt += 120_000

  const before = await settledBytes()
  for (let index = 0; index < count; index++) {
    const { renew, read } = await begin(upstream.issue())
    await renew()
    if (isShown) await read()
  }
  const fresh = await settledBytes()
  // The time for late requests is over; the next request sweeps.
  nowAt += 120_000
  await (await begin(upstream.issue())).renew()
  const atRest = await settledBytes()
  const each = (bytes: number) => Math.max(0, Math.round((bytes - before) / count))
  return { fresh: each(fresh), atRest: each(atRest) }
}

/** Node releases a request's memory in the next turn of its event loop, which a server always has. */
async function settledBytes(): Promise<number> {
  await new Promise(setImmediate)
  return heapBytes()
}
