import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { TabsReport } from '../src/tabs/harness/report.ts'

/** The part of vitest's JSON report that is read here. */
interface RunReport {
  testResults: {
    assertionResults: {
      fullName: string
      status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo'
      duration?: number | null
      failureMessages?: string[] | null
      meta?: { tabs?: TabsReport }
    }[]
  }[]
}

const usage = `Usage: pnpm test:tabs [--repeat <times>] [vitest arguments]

Runs the tests over several tabs in a real browser, so many times, and prints how often each passed.
The last columns are, of the last run: refresh requests / presentations of a used token / tabs signed in.
`

const { tokens } = parseArgs({
  options: { repeat: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
  strict: false,
  tokens: true,
})
const args = process.argv.slice(2)
let repeat = 1
for (const token of tokens.toReversed()) {
  if (token.kind !== 'option') continue
  if (token.name === 'help') {
    console.log(usage)
    process.exit()
  }
  if (token.name !== 'repeat') continue
  repeat = Number(token.value)
  args.splice(token.index, token.inlineValue ? 1 : 2)
}
if (!Number.isInteger(repeat) || repeat < 1) throw new Error('--repeat takes a whole number.')

interface Row {
  passed: number
  failed: number
  skipped: number
  slowestMs: number
  report?: TabsReport | undefined
}

const root = resolve(import.meta.dirname, '../../..')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const folder = mkdtempSync(join(tmpdir(), 'takokit-report-'))
const rows = new Map<string, Row>()
let crashes = 0

try {
  for (let run = 1; run <= repeat; run++) {
    const outputFile = join(folder, `${run}.json`)
    const startedAt = performance.now()
    spawnSync(
      process.execPath,
      [vitest, 'run', '--project', 'tabs', '--reporter=json', `--outputFile=${outputFile}`].concat(
        args,
      ),
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    const failures = note(outputFile)
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0)
    console.log(`run ${run} of ${repeat}: ${failures} failed, ${seconds} s`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

for (const [name, { passed, failed, skipped, slowestMs, report }] of rows)
  console.log(
    [
      skipped ? 'skipped'.padStart(8) : `${passed}/${passed + failed}`.padStart(8),
      `${(slowestMs / 1_000).toFixed(1)} s`.padStart(7),
      (report
        ? `${report.requests}/${report.reuses}/${report.signedIn} of ${report.tabs}`
        : ''
      ).padEnd(14),
      name,
    ].join('  '),
  )
const sum = (key: 'passed' | 'failed' | 'skipped') =>
  [...rows.values()].reduce((total, row) => total + row[key], 0)
console.log(
  `${sum('passed')} passed, ${sum('failed') + crashes} failed, ${sum('skipped')} skipped in ${repeat} runs`,
)
process.exitCode = sum('failed') + crashes > 0 ? 1 : 0

/** Adds one run to the table; returns how many failed in it. */
function note(outputFile: string): number {
  let results: RunReport['testResults']
  try {
    results = (JSON.parse(readFileSync(outputFile, 'utf8')) as RunReport).testResults
  } catch {
    crashes += 1
    return 1
  }
  let failures = 0
  for (const { assertionResults } of results)
    for (const { fullName, status, duration, failureMessages, meta } of assertionResults) {
      const row = rows.get(fullName) ?? { passed: 0, failed: 0, skipped: 0, slowestMs: 0 }
      if (status === 'passed') row.passed += 1
      else if (status === 'failed') row.failed += 1
      else row.skipped += 1
      if (status === 'failed') {
        failures += 1
        console.log(`failed: ${fullName}\n  ${failureMessages?.join('\n  ') ?? ''}`)
      }
      row.slowestMs = Math.max(row.slowestMs, duration ?? 0)
      row.report = meta?.tabs ?? row.report
      rows.set(fullName, row)
    }
  return failures
}
