import { median } from '../median.ts'

/** How often something gets done in a second of one core. */
export interface Throughput {
  median: number
  best: number
}

const rounds = 11
const roundMs = 700

/**
 * How often all of these together get done in a second of this process' CPU, each of them one after the other: in the
 * middle of some rounds, and in the best of them, which is what the machine can do where nobody else wants its caches.
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
  // A crowded machine, or a second core that collects the garbage, must not flatter or blame.
  return (done / (user + system)) * 1_000_000
}
