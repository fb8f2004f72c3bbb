import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { MutationNote, MutationPlan } from './MutationPlan.ts'
import { planVariable } from './planVariable.ts'

const config = ['--config', 'packages/test/src/mutation/vitest.config.ts']
/** No mutant was begun, and none was killed, for so long: a loop does not end. */
const stuckMs = 240_000

/** Runs test files with a plan. Says whether all tests passed that ran without a mutant, or with the one that is fixed. */
export async function runPlan(
  root: string,
  plan: Omit<MutationPlan, 'log'>,
  tests: string[],
  onNote: (note: MutationNote) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'takokit-mutants-'))
  const log = join(folder, 'log')
  const planPath = join(folder, 'plan.json')
  writeFileSync(log, '')
  writeFileSync(planPath, JSON.stringify({ ...plan, log } satisfies MutationPlan))
  const only = plan.fixed === undefined ? [] : ['--bail=1']
  const child = spawn(
    resolve(root, 'node_modules/.bin/vitest'),
    ['run', '--passWithNoTests', '--update=none', '--reporter=dot', ...only, ...config, ...tests],
    {
      cwd: root,
      stdio: 'ignore',
      // A group of its own, which can be ended as a whole.
      detached: true,
      env: { ...process.env, TAKOKIT_TEST_REPORT: '', [planVariable]: planPath },
    },
  )
  let bytes = 0
  function readNotes(): void {
    const text = readFileSync(log).subarray(bytes)
    const end = text.lastIndexOf('\n') + 1
    bytes += end
    for (const line of text.toString('utf8', 0, end).split('\n'))
      if (line) onNote(JSON.parse(line) as MutationNote)
  }
  const timer = setInterval(() => {
    readNotes()
    const states = readdirSync(folder).map((name) => join(folder, name))
    if (Date.now() - Math.max(...states.map((path) => statSync(path).mtimeMs)) < stuckMs) return
    for (const path of states.filter((name) => /log\.\d+$/.test(name)))
      onNote({ type: 'stuck', id: Number(readFileSync(path, 'utf8')) })
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }, 1_000)
  const code = await new Promise<number | null>((resolveCode) => child.on('exit', resolveCode))
  clearInterval(timer)
  readNotes()
  rmSync(folder, { recursive: true, force: true })
  return code === 0
}
