import type { RelayConfig } from '../config/RelayConfig.ts'

/** Counts in-flight tasks, so that a shutdown can wait for them. */
export function createInFlightTasks({
  setTimer,
  timing,
}: Pick<RelayConfig, 'setTimer' | 'timing'>) {
  const tasks = new Set<Promise<unknown>>()
  return {
    add<result>(task: Promise<result>): Promise<result> {
      tasks.add(task)
      const done = () => tasks.delete(task)
      task.then(done, done)
      return task
    },
    /** Resolves when no task is in flight any more, or after a limit. */
    async settled(): Promise<void> {
      let stop = () => {}
      let isLate = false
      const late = new Promise<void>((resolve) => {
        stop = setTimer(() => {
          isLate = true
          resolve()
        }, timing.shutdownMs)
      })
      while (tasks.size > 0 && !isLate) await Promise.race([Promise.allSettled(tasks), late])
      stop()
    },
  }
}
