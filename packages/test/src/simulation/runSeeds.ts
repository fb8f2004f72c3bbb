import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { bundleSimulation } from './bundleSimulation.ts'
import type { Conditions } from './Simulation.ts'

export interface SeedBatch {
  from: number
  count: number
  stopsAtFirst: boolean
  conditions: Conditions
}

export interface SeedFailure {
  seed: number
  story: string
  rule: string
  detail: string
}

export interface SeedResult {
  from: number
  played: number
  hash: number
  failures: SeedFailure[]
}

export interface RunResult {
  seeds: number
  failures: SeedFailure[]
  seedsPerSecond: number
  durationMs: number
}

export interface RunParameters {
  from?: number
  count: number
  workers?: number
  /** Built by {@link bundleSimulation}. Default: the unchanged simulation. */
  code?: string
  stopsAtFirst?: boolean
  conditions?: Conditions
  onProgress?: (played: number, failures: number) => void
}

const batchSize = 250

/** Runs this many seeds on all cores, and returns which failed and how fast it was. */
export async function runSeeds(parameters: RunParameters): Promise<RunResult> {
  const { from = 0, count, stopsAtFirst = false, conditions = {}, onProgress } = parameters
  const code = parameters.code ?? (await bundleSimulation())
  const most = Math.ceil(count / batchSize)
  const workers = Math.max(1, Math.min(parameters.workers ?? availableParallelism(), most))
  const failures: SeedFailure[] = []
  let next = from
  let seeds = 0
  const startedAt = performance.now()

  function takeBatch(): SeedBatch | undefined {
    if (next >= from + count || (stopsAtFirst && failures.length > 0)) return undefined
    const batch = {
      from: next,
      count: Math.min(batchSize, from + count - next),
      stopsAtFirst,
      conditions,
    }
    next += batch.count
    return batch
  }

  function work(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(code, { eval: true })
      const go = () => {
        const batch = takeBatch()
        if (batch) worker.postMessage(batch)
        else void worker.terminate().then(() => resolve())
      }
      worker.on('error', reject)
      worker.on('message', (result: SeedResult) => {
        seeds += result.played
        failures.push(...result.failures)
        onProgress?.(seeds, failures.length)
        go()
      })
      go()
    })
  }

  await Promise.all(Array.from({ length: workers }, work))
  const durationMs = performance.now() - startedAt
  failures.sort((one, other) => one.seed - other.seed)
  return { seeds, failures, seedsPerSecond: (seeds / durationMs) * 1000, durationMs }
}
