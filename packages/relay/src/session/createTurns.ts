/** Waits for a turn. Tasks begin in the order in which they asked. */
export type Turn = () => Promise<void>

/** As many renewals begin in one turn of the event loop: few milliseconds of work. */
const usualTasks = 4

/** Lets other requests in between. `setImmediate` waits less than the smallest timer. */
const soon: (task: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (task) => setTimeout(task, 0)

/**
 * Spreads tasks that are asked for at once over turns of the event loop. Otherwise hundreds of renewals that begin together
 * hold it, and with it the answers of all sessions that need none.
 */
export function createTurns(tasks = usualTasks): Turn {
  const waiting: (() => void)[] = []
  let left = tasks
  let isCounting = false

  function count(): void {
    if (isCounting) return
    isCounting = true
    soon(begin)
  }

  function begin(): void {
    isCounting = false
    const next = waiting.splice(0, tasks)
    left = tasks - next.length
    for (const resolve of next) resolve()
    if (next.length > 0) count()
  }

  return async () => {
    count()
    if (left > 0) left -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
}
