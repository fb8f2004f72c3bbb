import type { World } from './createWorld.ts'
import type { VirtualTab } from './VirtualTab.ts'

/** Web Locks: exclusive, in order of request, released when a page is gone, kept while it is frozen. */
export interface VirtualLocks {
  request: <result>(
    tab: VirtualTab,
    name: string,
    waitMs: number,
    task: () => Promise<result>,
  ) => Promise<{ result: result } | undefined>
  isHeld: (name: string) => boolean
  holder: (name: string) => VirtualTab | undefined
}

interface Request {
  tab: VirtualTab
  grant: () => void
}

export function virtualLocks(world: World): VirtualLocks {
  const queues = new Map<string, Request[]>()

  /** The first request of a queue holds the lock. */
  function leave(name: string, request: Request): void {
    const queue = queues.get(name) ?? []
    const at = queue.indexOf(request)
    if (at < 0) return
    queue.splice(at, 1)
    if (at === 0) grantFirst(name)
  }

  function grantFirst(name: string): void {
    const first = queues.get(name)?.[0]
    if (first) world.at(first.tab.random.int(3), () => first.tab.deliver(first.grant))
  }

  return {
    isHeld: (name) => (queues.get(name)?.length ?? 0) > 0,
    holder: (name) => queues.get(name)?.[0]?.tab,
    request(tab, name, waitMs, task) {
      world.touch()
      return new Promise((resolve, reject) => {
        if (tab.state() === 'gone') return
        let state: 'waiting' | 'given up' | 'running' = 'waiting'
        const stopTimer = tab.platform.setTimer(() => {
          if (state !== 'waiting') return
          state = 'given up'
          // A lock that is already granted is released only when its page runs again.
          if (queues.get(name)?.[0] !== request) leave(name, request)
          world.note(tab.name, `waited too long for ${name}`)
          resolve(undefined)
        }, waitMs)
        const request: Request = {
          tab,
          grant() {
            if (state !== 'waiting') return leave(name, request)
            state = 'running'
            stopTimer()
            task().then(
              (result) => {
                leave(name, request)
                resolve({ result })
              },
              (cause: unknown) => {
                leave(name, request)
                reject(cause)
              },
            )
          },
        }
        tab.onGone(() => leave(name, request))
        // The browser's lock manager is another process.
        world.at(tab.random.int(4), () => {
          if (tab.state() === 'gone' || state === 'given up') return
          const queue = queues.get(name) ?? []
          queues.set(name, queue)
          if (queue.push(request) === 1) grantFirst(name)
        })
      })
    },
  }
}
