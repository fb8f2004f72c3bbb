import type { Locks } from '../types/Platform.ts'

/** Locks of one page, granted in order. A wait has no bound. */
export function createLocks(): Locks {
  const queues = new Map<string, Promise<unknown>>()
  const run = async <result>(name: string, _: number, task: () => Promise<result>) => {
    const before = queues.get(name) ?? Promise.resolve()
    const turn = before.then(task, task)
    queues.set(
      name,
      turn.catch(() => {}),
    )
    return { result: await turn }
  }
  return { run, hold: async () => () => {}, isHeld: async () => false }
}
