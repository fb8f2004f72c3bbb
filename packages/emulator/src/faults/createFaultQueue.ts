import type { Fault, FaultInput, FaultTarget } from '../types/Fault.ts'
import type { FaultQueue } from './FaultQueue.ts'
import type { RouteKind } from '../types/RouteKind.ts'

interface Waiting {
  fault: Fault
  route: RouteKind | undefined
  times: number
}

/** Queued faults, first in, first out per kind of request. */
export function createFaultQueue(): FaultQueue {
  const queue: Waiting[] = []
  return {
    add(input: FaultInput, { times = 1, route }: FaultTarget = {}) {
      const fault: Fault = typeof input === 'string' ? { type: input } : input
      if (times > 0) queue.push({ fault, route, times })
    },
    take(route: RouteKind): Fault | null {
      const index = queue.findIndex((waiting) => !waiting.route || waiting.route === route)
      const waiting = queue[index]
      if (!waiting) return null
      waiting.times -= 1
      if (waiting.times <= 0) queue.splice(index, 1)
      return waiting.fault
    },
    size: () => queue.reduce((total, { times }) => total + times, 0),
    clear() {
      queue.length = 0
    },
  }
}
