import { parseArgs } from 'node:util'
import { formatTimeline } from '../src/simulation/formatTimeline.ts'
import type { Conditions } from '../src/simulation/Simulation.ts'
import { runSeed } from '../src/simulation/runSeed.ts'
import { runSeeds } from '../src/simulation/runSeeds.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    seeds: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
    replay: { type: 'string' },
    policy: { type: 'string' },
    'disk-faults': { type: 'boolean', default: false },
  },
})

const policies = ['stateless', 'grace', 'strict'] as const
const policy = policies.find((name) => name === values.policy)
if (values.policy !== undefined && !policy)
  throw new Error(`--policy takes one of ${policies.join(', ')}.`)
const conditions: Conditions = {
  ...(policy && { policy }),
  ...(values['disk-faults'] && { hasDiskFaults: true }),
}
/** The options that a replay needs too. */
const options = [policy && ` --policy ${policy}`, values['disk-faults'] && ' --disk-faults']
  .filter(Boolean)
  .join('')

async function replay(seed: number): Promise<void> {
  const report = await runSeed(seed, conditions)
  console.log(formatTimeline(report))
  process.exitCode = report.violations.length > 0 ? 1 : 0
}

async function simulate(from: number, count: number): Promise<void> {
  const { seeds, failures, seedsPerSecond, durationMs } = await runSeeds({
    from,
    count,
    conditions,
    onProgress: (played, failed) =>
      process.stderr.write(`\r${played} of ${count} seeds, ${failed} failed`),
  })
  process.stderr.write('\n')
  for (const { seed, story, rule, detail } of failures.slice(0, 20))
    console.log(`seed ${seed} (${story}): ${rule}: ${detail}`)
  const seconds = (durationMs / 1000).toFixed(1)
  console.log(
    `${seeds} seeds in ${seconds} s, ${Math.round(seedsPerSecond)} a second: ${failures.length} failed`,
  )
  const [first] = failures
  if (!first) return
  console.log(`\nStep by step: pnpm simulate --replay ${first.seed}${options}\n`)
  await replay(first.seed)
}

if (values.replay === undefined) await simulate(Number(values.from), Number(values.seeds))
else await replay(Number(values.replay))
