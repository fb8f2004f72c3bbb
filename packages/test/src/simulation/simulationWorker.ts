import { parentPort } from 'node:worker_threads'
import { runSeed } from './runSeed.ts'
import type { SeedBatch, SeedFailure, SeedResult } from './runSeeds.ts'

let unhandled: unknown
process.on('unhandledRejection', (cause) => {
  unhandled = cause instanceof Error ? cause.stack : String(cause)
})

/** Runs the seeds of a batch one after the other. */
async function play({ from, count, stopsAtFirst, conditions }: SeedBatch): Promise<SeedResult> {
  const failures: SeedFailure[] = []
  let hash = 0
  let played = 0
  for (let seed = from; seed < from + count; seed++) {
    const report = await runSeed(seed, conditions)
    played++
    // Between seeds, so that an unhandled rejection is attributed to the right one.
    await new Promise((resolve) => setImmediate(resolve))
    if (unhandled !== undefined)
      report.violations.push({ rule: 'no unhandled rejection', detail: String(unhandled), at: 0 })
    unhandled = undefined
    hash = (Math.imul(hash, 31) + report.hash) >>> 0
    const [first] = report.violations
    if (first) failures.push({ seed, story: report.story, rule: first.rule, detail: first.detail })
    if (first && stopsAtFirst) break
  }
  return { from, played, hash, failures }
}

parentPort?.on('message', (batch: SeedBatch) => {
  void play(batch).then((result) => parentPort?.postMessage(result))
})
