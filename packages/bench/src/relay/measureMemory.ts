import { heapBytes } from '../heapBytes.ts'
import { print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'

const count = 10_000

/** What 10 000 live sessions weigh in the relay. Cookies are with the browsers, and the upstream keeps nothing. */
export async function measureMemory(): Promise<void> {
  let nowAt = Date.parse('2024-06-01T12:00:00Z')
  const upstream = createInstantUpstream()
  const { begin } = createBenchRelay(
    () => upstream.fetch(),
    () => nowAt,
  )
  // So that what is loaded and compiled once is not taken for a session's.
  for (let index = 0; index < 200; index++) await (await begin(upstream.issue())).renew()
  nowAt += 120_000

  const before = heapBytes()
  for (let index = 0; index < count; index++) await (await begin(upstream.issue())).renew()
  const fresh = heapBytes()
  // The time for who comes late is over; the next request sweeps.
  nowAt += 120_000
  await (await begin(upstream.issue())).renew()
  const atRest = heapBytes()
  const each = (bytes: number) => `${Math.max(0, Math.round((bytes - before) / count))} bytes each`
  print(`memory, ${count} live sessions`, each(atRest))
  print('the same, all renewed within the last 30 s', each(fresh))
}
