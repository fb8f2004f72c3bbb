import type { Locks } from '../types/Platform.ts'

/** Web Locks with a limit on waiting. Never steals: what a frozen tab holds is passed by, not taken. */
export function webLocks(manager: LockManager): Locks {
  function request<result>(name: string, waitMs: number, task: () => Promise<result>) {
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), waitMs)
    let isGranted = false
    return manager
      .request(name, { signal: waiting.signal }, async () => {
        isGranted = true
        clearTimeout(timer)
        return { result: await task() }
      })
      .catch((cause: unknown) => {
        clearTimeout(timer)
        if (isGranted) throw cause
        return undefined
      })
  }
  return {
    run: request,
    hold: (name, waitMs) =>
      new Promise((resolve) => {
        void request(
          name,
          waitMs,
          () => new Promise<void>((release) => resolve(() => release())),
        ).then(() => resolve(undefined))
      }),
    isHeld: async (name) =>
      (await manager.query()).held?.some((lock) => lock.name === name) === true,
  }
}
