import type { RelayConfig } from '../config/RelayConfig.ts'

export interface InFlightTasks {
  add: <result>(task: Promise<result>) => Promise<result>
  /** Resolves when no task is in flight any more, or after a limit. */
  settled: () => Promise<void>
}

/** Counts in-flight tasks, so that a shutdown can wait for them. */
export function createInFlightTasks({
  setTimer,
  timing,
}: Pick<RelayConfig, 'setTimer' | 'timing'>): InFlightTasks {
  const tasks = new Set<Promise<unknown>>()
  return {
    add<result>(task: Promise<result>): Promise<result> {
      tasks.add(task)
      const done = () => tasks.delete(task)
      task.then(done, done)
      return task
    },
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
