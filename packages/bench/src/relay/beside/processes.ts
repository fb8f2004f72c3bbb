import { execFileSync, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** The server that is measured has a core of its own; everything else shares the other one. */
export const cores = { server: '1', others: '0' }

/** Whether it could be pinned: without `taskset`, or on one core, the processes share all. */
export function pin(pid: number, core: string): boolean {
  try {
    execFileSync('taskset', ['-a', '-c', '-p', core, String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** CPU time that a process has used so far, all threads together, as Linux counts it. */
export function cpuSeconds({ pid }: ChildProcess): number {
  const tasks = `/proc/${pid}/task`
  const usedNs = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  )
  return usedNs.reduce((all, one) => all + one, 0) / 1e9
}

export function residentMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024
}
