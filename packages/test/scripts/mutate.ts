import { parseArgs } from 'node:util'
import { bundleSimulation } from '../src/simulation/bundleSimulation.ts'
import type { Guard } from '../src/simulation/Guard.ts'
import { guards } from '../src/simulation/guards.ts'
import { runSeeds } from '../src/simulation/runSeeds.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    /** So many seeds are tried where the noted one does not fail. */
    seeds: { type: 'string', default: '20000' },
    /** Only guards whose name contains this. */
    only: { type: 'string', default: '' },
  },
})

/** The seed that fails without the guard, and by which rule. */
async function findSeed(guard: Guard): Promise<{ seed: number; rule: string } | undefined> {
  const code = await bundleSimulation(guard)
  const noted = await runSeeds({ code, from: guard.seed, count: 1 })
  const [first] = noted.failures
  if (first) return first
  const count = Number(values.seeds)
  // Backends with challenges have the negative seeds.
  const from = guard.seed < 0 ? -count : 0
  const found = await runSeeds({ code, from, count, stopsAtFirst: true })
  return found.failures[0]
}

let missed = 0
for (const guard of guards.filter(({ id }) => id.includes(values.only))) {
  const found = await findSeed(guard)
  if (!found) missed++
  const how = found
    ? `seed ${found.seed}: ${found.rule}${found.seed === guard.seed ? '' : ` (noted: ${guard.seed})`}`
    : 'NO SEED FAILS'
  console.log(`${guard.id.padEnd(40)} ${how}`)
}
console.log(missed === 0 ? '\nEvery guard matters.' : `\n${missed} guards are not caught.`)
process.exitCode = missed === 0 ? 0 : 1
