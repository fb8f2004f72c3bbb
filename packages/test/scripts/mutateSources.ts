import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listMutants, type Mutant } from '../src/mutation/listMutants.ts'
import { mutantVariable } from '../src/mutation/mutantPlugin.ts'

/**
 * Changes one expression of the sources at a time, and runs the unit and dom tests that import its file: what no test
 * notices is a survivor. `pnpm mutate packages/core/src/tabs`. What was killed is not run again until its file
 * changes, or `--all`.
 */
const root = resolve(import.meta.dirname, '../../..')
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    /** Only every so-many-th mutant: a sample. */
    every: { type: 'string', default: '1' },
    /** Only the tests beside a file, not all that import it: quicker, and finds more survivors than there are. */
    near: { type: 'boolean', default: false },
  },
})
const rooms = [
  ...[
    'session',
    'refresh',
    'storage',
    'providers',
    'actions',
    'message',
    'signer',
    'platform',
    'tabs',
  ].map((room) => `packages/core/src/${room}`),
  'packages/relay/src',
  ...['flow', 'wagmi', 'auth', 'hooks', 'session', 'signIn'].map(
    (room) => `packages/react/src/${room}`,
  ),
]
const cache = resolve(root, 'node_modules/.cache/takokit')
const resultsFile = resolve(cache, 'mutants.json')
const mutantFile = resolve(cache, 'mutant.json')
mkdirSync(cache, { recursive: true })
const results: Record<string, 'killed' | 'survived'> = existsSync(resultsFile)
  ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as typeof results)
  : {}

const files = (positionals.length > 0 ? positionals : rooms)
  .flatMap((place) =>
    /\.tsx?$/.test(place)
      ? [place]
      : readdirSync(resolve(root, place), { recursive: true, encoding: 'utf8' })
          .filter((name) => /\.tsx?$/.test(name))
          .map((name) => join(place, name)),
  )
  .map((path) => relative(root, resolve(root, path)))
  .filter((path) => !/\.(test|stories)\.|\/(testing|types|exports)\/|\/describe/.test(path))
  .sort()

/** Whether some test fails: of those beside the file first, then of all that import it. */
function isKilled(file: string, mutant?: Mutant): boolean {
  writeFileSync(mutantFile, JSON.stringify({ file, ...mutant }))
  return (
    fails(['run', '--passWithNoTests', dirname(file)], mutant) ||
    (!values.near && fails(['related', file, '--run', '--passWithNoTests'], mutant))
  )
}

function fails(tests: string[], mutant: Mutant | undefined): boolean {
  const projects = ['unit', 'dom', 'relay'].flatMap((project) => ['--project', project])
  const { status } = spawnSync(
    resolve(root, 'node_modules/.bin/vitest'),
    [...tests, ...projects, '--bail=1', '--reporter=dot', '--testTimeout=20000'],
    {
      cwd: root,
      stdio: 'ignore',
      // A mutant may loop for ever: that is noticed too.
      timeout: 600_000,
      env: {
        ...process.env,
        TAKOKIT_TEST_REPORT: '',
        [mutantVariable]: mutant ? mutantFile : '',
      },
    },
  )
  return status !== 0
}

let killed = 0
const survivors: string[] = []
for (const file of files) {
  const source = readFileSync(resolve(root, file), 'utf8')
  const mutants = listMutants(file, source).filter((_, index) => index % Number(values.every) === 0)
  if (mutants.length === 0) continue
  // Where a test fails without a mutant, every one would count as killed.
  let isChecked = false
  for (const mutant of mutants) {
    const hash = createHash('sha256').update(source).update(JSON.stringify(mutant)).digest('hex')
    const key = `${file} ${hash}`
    if (values.all || results[key] !== 'killed') {
      if (!isChecked && isKilled(file))
        throw new Error(`The tests that import ${file} fail as it is.`)
      isChecked = true
      results[key] = isKilled(file, mutant) ? 'killed' : 'survived'
      writeFileSync(resultsFile, JSON.stringify(results))
    }
    if (results[key] === 'killed') killed++
    else {
      const was = source.slice(mutant.start, mutant.end).replaceAll(/\s+/g, ' ')
      survivors.push(`${file}:${mutant.line}: ${was.slice(0, 80)} → ${mutant.instead || 'nothing'}`)
      console.log(`survived  ${survivors.at(-1)}`)
    }
  }
}
const count = killed + survivors.length
console.log(`\n${killed} of ${count} mutants killed (${Math.round((killed / count) * 100)} %).`)
process.exitCode = survivors.length > 0 ? 1 : 0
