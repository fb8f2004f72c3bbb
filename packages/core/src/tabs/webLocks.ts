import type { Locks } from '../types/Platform.ts'

/** A browser that does not report the held locks within this time does not report them at all. */
const askMs = 1_000

/**
 * Web Locks with a limit on waiting. Never steals: a lock that a frozen tab holds is bypassed, not taken. `onBroken` reports that
 * the browser refuses locks by policy, or does not grant a lock that no tab holds: locks then count as absent.
 */
export function webLocks(manager: LockManager, onBroken: () => void = () => {}): Locks {
  async function isHeld(name: string): Promise<boolean> {
    const unknown = new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), askMs)
    })
    const asked = async () => (await manager.query()).held?.some((lock) => lock.name === name)
    return (await Promise.race([asked().catch(() => undefined), unknown])) === true
  }

  async function request<result>(name: string, waitMs: number, task: () => Promise<result>) {
    const waiting = new AbortController()
    const turn = { isOver: false }
    let timer: ReturnType<typeof setTimeout> | undefined
    let running: Promise<result> | undefined
    const givenUp = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        turn.isOver = true
        waiting.abort()
        resolve(undefined)
      }, waitMs)
    })
    try {
      const granted = manager.request(name, { signal: waiting.signal }, async () => {
        if (turn.isOver) return undefined
        clearTimeout(timer)
        running = (async () => task())()
        return { result: await running }
      })
      // Also ends the wait in a browser that ignores the signal.
      const result = await Promise.race([granted.catch(onRefused), givenUp])
      if (turn.isOver && !(await isHeld(name))) onBroken()
      return result
    } catch (cause) {
      return onRefused(cause)
    }

    async function onRefused(cause: unknown) {
      clearTimeout(timer)
      // The task failed, or another script stole the lock: nothing stops the task then.
      if (running) return { result: await running }
      if (cause instanceof Error && ['SecurityError', 'TypeError'].includes(cause.name)) onBroken()
      return undefined
    }
  }

  return {
    isHeld,
    run: request,
    hold: (name, waitMs) =>
      new Promise((resolve) => {
        void request(
          name,
          waitMs,
          () => new Promise<void>((release) => resolve(() => release())),
        ).then(() => resolve(undefined))
      }),
  }
}
