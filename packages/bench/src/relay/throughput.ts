import { median } from '../median.ts'

/** Runs per second on one core. */
export interface Throughput {
  median: number
  best: number
}

const rounds = 11
const roundMs = 700

/**
 * How often all of these together run per second of this process' CPU, one after the other: the median round, and the best,
 * which is what the machine can do if nothing else uses its caches.
 */
export async function throughput(tasks: readonly (() => Promise<void>)[]): Promise<Throughput> {
  // Twice as long as a round, for the compiler.
  await run(tasks, 2 * roundMs)
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) rates.push(await run(tasks, roundMs))
  return { median: median(rates), best: Math.max(...rates) }
}

async function run(tasks: readonly (() => Promise<void>)[], durationMs: number): Promise<number> {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  let done = 0
  await Promise.all(
    tasks.map(async (task) => {
      while (performance.now() - startedAt < durationMs) {
        await task()
        done += 1
      }
    }),
  )
  const { user, system } = process.cpuUsage(before)
  // CPU time, so that neither a busy machine nor a second core that collects garbage distorts the result.
  return (done / (user + system)) * 1_000_000
}
