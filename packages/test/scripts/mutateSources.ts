import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { acceptedSurvivors } from '../src/mutation/acceptedSurvivors.ts'
import type { MutationNote, MutationPlan } from '../src/mutation/MutationPlan.ts'
import { nameOf } from '../src/mutation/nameOf.ts'
import { numberMutants, rooms, type NumberedMutant } from '../src/mutation/numberMutants.ts'
import { runPlan } from '../src/mutation/runPlan.ts'

/**
 * Changes one expression of the sources at a time, and runs the unit and dom tests that reach it: what no test notices,
 * and `acceptedSurvivors` does not list, is an error. `pnpm mutate packages/core/src/tabs`. What was killed is not run
 * again until its file changes, or `--all`.
 */
const root = resolve(import.meta.dirname, '../../..')
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    /** Only every so-many-th mutant: a sample. */
    every: { type: 'string', default: '1' },
    /** How far a test may be from what it tries: `file`, `folder` or `package` finds more survivors than there are. */
    reach: { type: 'string', default: 'all' },
    /** Also every survivor that is accepted: an entry whose mutant is killed by now is told of. */
    accepted: { type: 'boolean', default: false },
  },
})
const cache = resolve(root, 'node_modules/.cache/takokit')
const killedFile = join(cache, 'killedMutants.txt')
mkdirSync(cache, { recursive: true })
const killed = new Set(
  !values.all && existsSync(killedFile) ? readFileSync(killedFile, 'utf8').split('\n') : [],
)
const accepted = new Set(acceptedSurvivors.flatMap((group) => group.mutants))
const { files, mutants } = numberMutants(root)
const given = positionals.map((place) => relative(root, resolve(place)))
const wanted = mutants
  .filter(({ path }) => given.length === 0 || given.some((place) => path.startsWith(place)))
  .filter((_, index) => index % Number(values.every) === 0)
  .filter((mutant) => values.accepted || !accepted.has(nameOf(mutant)))
const reached = new Set<number>()
const loaded = new Set<number>()
const troubles: string[] = []

function onNote(note: MutationNote): void {
  if (note.type === 'killed') keep(mutants[note.id - 1])
  else if (note.type === 'file') {
    for (const id of note.reached) reached.add(id)
    for (const id of note.loaded) loaded.add(id)
  } else troubles.push(JSON.stringify(note))
}

function keep(mutant: NumberedMutant | undefined): void {
  if (!mutant || killed.has(mutant.key)) return
  killed.add(mutant.key)
  appendFileSync(killedFile, `${mutant.key}\n`)
}

const left = () => wanted.filter(({ key }) => !killed.has(key))

const places: Record<MutationPlan['reach'], (paths: string[]) => string[]> = {
  file: (paths) => paths.map((path) => path.replace(/\.tsx?$/, '.')),
  folder: (paths) => paths.map((path) => `${dirname(path)}/`),
  package: (paths) => paths.map((path) => path.split('/').slice(0, 2).join('/')),
  all: () => ['packages/core', 'packages/relay', 'packages/react'],
}

/** The tests that are most likely to notice come first, then slow ones, then whole files for what runs once per process. */
async function run(): Promise<void> {
  for (const reach of ['file', 'folder', 'package', 'all'] as const) {
    if (left().length === 0 || isFurther(reach)) break
    const tests = [...new Set(places[reach](left().map(({ path }) => path)))]
    const maxCpuMs = reach === 'all' ? 5_000 : 300
    await runPlan(
      root,
      { files, tried: left().map(({ id }) => id), reach, maxCpuMs },
      tests,
      onNote,
    )
    console.log(`${left().length} are left by the tests of the same ${reach}`)
  }
  if (values.reach !== 'all') return
  for (const mutant of left().filter(({ id }) => loaded.has(id) && !reached.has(id))) {
    const plan = { files, tried: [], reach: 'all' as const, maxCpuMs: 0, fixed: mutant.id }
    for (const reach of ['folder', 'package'] as const) {
      if (await runPlan(root, plan, places[reach]([mutant.path]), onNote)) continue
      keep(mutant)
      break
    }
  }
}

const reaches = ['file', 'folder', 'package', 'all']
function isFurther(reach: string): boolean {
  return reaches.indexOf(reach) > reaches.indexOf(values.reach)
}

const startedAt = Date.now()
const open = left().length
await run()
const seconds = (Date.now() - startedAt) / 1000
for (const room of rooms) {
  const here = wanted.filter(({ path }) => path.startsWith(`${room}/`))
  const count = here.filter(({ key }) => killed.has(key)).length
  if (here.length > 0)
    console.log(`${room.padEnd(34)} ${count} of ${here.length} (${share(count, here.length)})`)
}
const lines = left().map((mutant) => {
  const where = reached.has(mutant.id)
    ? ''
    : loaded.has(mutant.id)
      ? ' (when loaded)'
      : ' (no test)'
  return `${nameOf(mutant)}${where}  # line ${mutant.line}`
})
writeFileSync(join(cache, 'survivors.txt'), `${lines.join('\n')}\n`)
writeFileSync(join(cache, 'troubles.txt'), `${troubles.join('\n')}\n`)
for (const line of lines) console.log(`survived  ${line}`)
const speed = (open / seconds).toFixed(1)
console.log(
  `\n${wanted.length - lines.length} of ${wanted.length} mutants killed (${share(wanted.length - lines.length, wanted.length)}), ${accepted.size} accepted; ${open} run in ${Math.round(seconds)} s, ${speed} a second.`,
)
if (values.accepted)
  for (const mutant of wanted.filter(({ key }) => killed.has(key)))
    if (accepted.has(nameOf(mutant))) console.log(`accepted, and killed: ${nameOf(mutant)}`)
const names = new Set(mutants.map(nameOf))
const stale = [...accepted].filter((name) => !names.has(name))
for (const name of stale) console.log(`accepted, and not there: ${name}`)
process.exitCode = lines.length + stale.length > 0 ? 1 : 0

function share(part: number, whole: number): string {
  return `${((part / Math.max(whole, 1)) * 100).toFixed(1)} %`
}
