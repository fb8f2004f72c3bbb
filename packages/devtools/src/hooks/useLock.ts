import type { AuthClient, SessionSnapshot } from '@takokit/core'
import { useEffect, useState } from 'react'

/** The Web Lock that orders the refreshes of tabs. */
export interface LockState {
  isHeld: boolean
  /** The tabs that wait for it. */
  waiting: number
}

/** The state of a session's lock, asked for once a second; `undefined` where the browser does not tell. */
export function useLock(
  client: AuthClient,
  { provider, account }: SessionSnapshot,
): LockState | undefined {
  const [state, setState] = useState<LockState>()
  useEffect(() => {
    let isOver = false
    const name = `takokit:${client['~engine'].namespace}:${provider}:${account} `
    const isIt = (lock: LockInfo) => lock.name?.startsWith(name) && !lock.name.endsWith(':ahead')
    async function ask(): Promise<void> {
      const locks = document.visibilityState === 'visible' ? await readLocks() : undefined
      if (isOver || !locks) return
      const isHeld = locks.held?.some(isIt) ?? false
      const waiting = locks.pending?.filter(isIt).length ?? 0
      setState((was) =>
        was?.isHeld === isHeld && was.waiting === waiting ? was : { isHeld, waiting },
      )
    }
    void ask()
    const timer = setInterval(() => void ask(), 1_000)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [client, provider, account])
  return state
}

async function readLocks(): Promise<LockManagerSnapshot | undefined> {
  try {
    // Absent on insecure origins, and refused where site data is blocked.
    return await navigator.locks?.query()
  } catch {
    return undefined
  }
}
