import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runPnpm } from '../src/compat/next/runPnpm.ts'
import { publishedOurs } from '../src/packed/pack.ts'
import { childrenCpuMs } from './childrenCpuMs.ts'

/**
 * The kit where dapps are: versions, frameworks, other libraries' modals, engines, and browsers that refuse an API.
 * `pnpm test:matrix`, or `pnpm test:matrix versions next` for some of it. Prints a table at the end.
 */
const root = resolve(import.meta.dirname, '../../..')
const vitest = join(root, 'node_modules/.bin/vitest')
const project = 'TAKOKIT_TEST_REPORT'

interface Suite {
  parameters: string[]
  /** The variable that names the file of the report. */
  report: string
  env?: Record<string, string>
}

const suites: Record<string, Suite> = {
  versions: {
    parameters: ['--project', 'packed', 'packages/test/src/packed/versions'],
    report: project,
    env: { TAKOKIT_MATRIX: '1' },
  },
  dapps: {
    parameters: ['--config', 'packages/test/src/matrix/vitest.config.ts'],
    report: 'TAKOKIT_DAPPS_REPORT',
  },
  sizes: {
    parameters: ['--project', 'packed', 'packages/test/src/packed/bundlers'],
    report: project,
    env: { TAKOKIT_MATRIX: '1' },
  },
  modals: { parameters: ['--project', 'matrix'], report: project },
  refused: {
    parameters: ['--project', 'compat', 'packages/test/src/refused'],
    report: project,
    env: { TAKOKIT_EACH_API: '1' },
  },
  engines: {
    parameters: ['--config', 'packages/test/src/engines/vitest.config.ts'],
    report: 'TAKOKIT_ENGINES_REPORT',
  },
  next: {
    parameters: ['--config', 'packages/test/src/compat/next/vitest.config.ts'],
    report: 'TAKOKIT_NEXT_REPORT',
  },
}

interface Report {
  testResults: { assertionResults: { fullName: string; status: string; duration?: number }[] }[]
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(suites, name))
if (unknown.length > 0)
  throw new Error(`No suite ${unknown.join(', ')}: ${Object.keys(suites).join(', ')}.`)

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
const times: string[] = []
/** Notes how long something takes, and the CPU time of the processes that it starts. */
function timed<result>(name: string, run: () => result): result {
  const start = performance.now()
  const before = childrenCpuMs()
  const result = run()
  const cpu = childrenCpuMs()
  const spent = before === undefined || cpu === undefined ? 'unknown' : seconds(cpu - before)
  times.push(`${name.padEnd(10)}${seconds(performance.now() - start)}, CPU ${spent}`)
  return result
}

/** What the suites pack: built once for all of them. */
const filters = publishedOurs.flatMap((name) => ['--filter', `@takokit/${name}`])
timed('build', () =>
  runPnpm({ cwd: root, parameters: ['--recursive', ...filters, 'run', 'build'] }),
)

const folder = mkdtempSync(join(tmpdir(), 'takokit-matrix-'))
const rows: string[][] = []
let isGreen = true
for (const [name, { parameters, report, env }] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const file = join(folder, `${name}.json`)
  const { status } = timed(name, () =>
    spawnSync(vitest, ['run', ...parameters], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env, TAKOKIT_BUILT: '1', [report]: file },
    }),
  )
  if (status !== 0) isGreen = false
  const read = () => JSON.parse(readFileSync(file, 'utf8')) as Report
  const results = status === null ? [] : read().testResults
  for (const { fullName, status, duration = 0 } of results.flatMap((one) => one.assertionResults))
    rows.push([name, status, seconds(duration), fullName])
}
rmSync(folder, { recursive: true })
for (const [name = '', status = '', time = '', title = ''] of rows)
  console.log(`${name.padEnd(10)}${status.padEnd(9)}${time.padStart(7)}  ${title}`)
for (const time of times) console.log(time)
const count = (status: string) => rows.filter((row) => row[1] === status).length
const passed = count('passed')
const failed = count('failed')
console.log(`matrix: ${passed} passed, ${failed} failed, ${rows.length - passed - failed} skipped`)
process.exitCode = isGreen && failed === 0 && passed > 0 ? 0 : 1
