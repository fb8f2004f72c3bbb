import type { Engine } from './Engine.ts'

/** Runs a task under a lock of all tabs. Where there is none, or it is not free in time, the task runs without it. */
export async function runLocked<result>(
  { platform, options }: Engine,
  lockName: string | undefined,
  task: () => Promise<result>,
): Promise<result> {
  if (lockName === undefined || !platform.locks) return task()
  const turn = await platform.locks.run(lockName, options.lockWaitMs, task)
  return turn ? turn.result : task()
}
