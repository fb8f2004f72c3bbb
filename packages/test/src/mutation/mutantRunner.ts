import { appendFileSync, closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { TestRunner } from 'vitest'
import type { RunnerTask, RunnerTestCase, RunnerTestFile } from 'vitest'
import { switchName } from './instrument.ts'
import { isNear } from './isNear.ts'
import type { MutationNote, MutationPlan } from './MutationPlan.ts'
import { planVariable } from './planVariable.ts'

const root = resolve(import.meta.dirname, '../../../..')
const plan = JSON.parse(readFileSync(process.env[planVariable] ?? '', 'utf8')) as MutationPlan

/** Of this worker: its files share what they import. */
interface WorkerState {
  chosen: number
  /** How often a mutant was asked for in this try, and how often it may be. */
  asked: number
  askedAtMost: number
  hits: Set<number> | undefined
  /** What modules reached when they were loaded. */
  loaded: Set<number>
  over: Set<number>
  read: number
}
const globals = globalThis as unknown as Record<string, unknown>
globals.__mutants ??= {
  chosen: plan.fixed ?? 0,
  asked: 0,
  askedAtMost: Number.MAX_VALUE,
  hits: undefined,
  loaded: new Set(),
  over: new Set(),
  read: 0,
} satisfies WorkerState
const worker = globals.__mutants as WorkerState
globals[switchName] ??= (id: number): boolean => {
  ;(worker.hits ?? worker.loaded).add(id)
  if (++worker.asked > worker.askedAtMost) throw new Error('A loop does not end.')
  return id === worker.chosen
}
// Tests replace the timers.
const { setTimeout: setTimer, clearTimeout: clearTimer } = globalThis
const tickMs = 10

/**
 * Runs each test once to see which mutants it reaches, then once with each of them that no test has killed yet: the
 * modules stay loaded, and only the switch changes.
 */
export default class MutantRunner extends TestRunner {
  private reached = new Set<number>()
  private queue: number[] = []
  private step: 'first' | 'mutant' | 'after' = 'first'
  private error: string | undefined
  private startedAt = process.cpuUsage()
  private ticks = 0
  /** Tests that failed without a mutant, by what one has left behind: the rest of the file would say nothing. */
  private failures = 0

  onCollected(files: RunnerTestFile[]): void {
    const visit = (task: RunnerTask): void => {
      task.concurrent = false
      if ('tasks' in task) for (const child of task.tasks) visit(child)
    }
    for (const file of files) visit(file)
  }

  override async onBeforeRunTask(test: RunnerTestCase): Promise<void> {
    if (this.failures > 1) test.mode = 'skip'
    await super.onBeforeRunTask(test)
    this.step = 'first'
    // As many as there are: `onAfterRetryTask` ends it.
    test.repeats = plan.fixed ? 0 : Number.MAX_SAFE_INTEGER
  }

  override onBeforeTryTask(test: RunnerTestCase): void {
    super.onBeforeTryTask(test)
    if (plan.fixed) return
    const { step } = this
    this.startedAt = process.cpuUsage()
    worker.asked = 0
    worker.hits = new Set()
    worker.chosen = step === 'mutant' ? (this.queue[0] ?? 0) : 0
    if (step === 'first') worker.askedAtMost = Number.MAX_VALUE
    if (step === 'mutant') writeFileSync(`${plan.log}.${process.pid}`, `${worker.chosen}`)
    if (test.result) {
      test.result.state = 'run'
      delete test.result.errors
    }
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    let ticks = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const most = (this.step === 'first' ? 1_500 : 300) + this.ticks * 4
    const bound = new Promise<never>((_, reject) => {
      // Turns of the event loop, not time: where the machine is busy they take longer, as the test does.
      const tick = () => {
        ticks++
        if (ticks > most) reject(new Error('The test hangs.'))
        else timer = setTimer(tick, tickMs)
      }
      timer = setTimer(tick, tickMs)
    })
    try {
      await Promise.race([run(), bound])
    } finally {
      clearTimer(timer)
      if (this.step === 'first') this.ticks = ticks
    }
  }

  onAfterRetryTask(test: RunnerTestCase): void {
    if (plan.fixed) return
    const { result } = test
    const isFailed = result?.state === 'fail'
    if (!this.next(test, isFailed) && result) Object.assign(result, { pending: true })
    worker.chosen = 0
  }

  /** What is run next of this test, if anything is. */
  private next(test: RunnerTestCase, isFailed: boolean): boolean {
    const name = `${relative(root, test.file.filepath)} > ${test.name}`
    if (this.step !== 'mutant' && isFailed) {
      this.failures++
      const error = test.result?.errors?.[0]?.message
      this.note({ type: this.step, name, error, id: this.queue[0] })
      return false
    }
    const { user, system } = process.cpuUsage(this.startedAt)
    const id = this.queue[0] ?? 0
    if (this.step === 'first') {
      const hits = worker.hits ?? new Set()
      for (const hit of hits) this.reached.add(hit)
      if ((user + system) / 1000 > plan.maxCpuMs) return false
      worker.askedAtMost = worker.asked * 10 + 10_000
      this.readOthers()
      this.queue = plan.tried.filter(
        (one) => hits.has(one) && !worker.over.has(one) && isOwn(test, one),
      )
      this.step = 'mutant'
    } else if (this.step === 'mutant' && isFailed) {
      this.error = test.result?.errors?.[0]?.message?.slice(0, 200)
      // A test that fails without it too has shown nothing.
      this.step = 'after'
    } else {
      if (this.step === 'after') {
        worker.over.add(id)
        this.note({ type: 'killed', id, name, error: this.error })
      }
      this.queue.shift()
      this.step = 'mutant'
    }
    while (this.step === 'mutant' && worker.over.has(this.queue[0] ?? 0)) this.queue.shift()
    return this.queue.length > 0
  }

  override onAfterRunFiles(): void {
    super.onAfterRunFiles()
    const file = this.lastFile
    if (file)
      this.note({ type: 'file', file, reached: [...this.reached], loaded: [...worker.loaded] })
    this.reached = new Set()
    worker.hits = undefined
  }

  private lastFile: string | undefined
  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file)
    this.failures = 0
    worker.hits = undefined
    worker.chosen = plan.fixed ?? 0
    this.lastFile = relative(root, file.filepath)
  }

  private note(line: MutationNote): void {
    appendFileSync(plan.log, `${JSON.stringify(line)}\n`)
  }

  /** What other workers have killed meanwhile. */
  private readOthers(): void {
    const descriptor = openSync(plan.log, 'r')
    const buffer = Buffer.alloc(1 << 20)
    const length = readSync(descriptor, buffer, 0, buffer.length, worker.read)
    closeSync(descriptor)
    const end = buffer.lastIndexOf('\n', length - 1) + 1
    if (length === 0 || end === 0) return
    worker.read += end
    for (const line of buffer.toString('utf8', 0, end).trim().split('\n')) {
      const { type, id } = JSON.parse(line) as { type: string; id?: number }
      if (type === 'killed' && id) worker.over.add(id)
    }
  }
}

const owners = Object.entries(plan.files).map(([path, first]) => ({ path, first }))

/** Whether a test is near enough to a mutant to try it. */
function isOwn(test: RunnerTestCase, id: number): boolean {
  const path = owners.findLast(({ first }) => first <= id)?.path ?? ''
  return isNear(plan.reach, relative(root, test.file.filepath), path)
}
