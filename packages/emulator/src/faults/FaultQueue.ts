import type { Fault, FaultInput, FaultTarget } from '../types/Fault.ts'
import type { RouteKind } from '../types/RouteKind.ts'

/** Queued faults, first in, first out per kind of request. */
export interface FaultQueue {
  add: (input: FaultInput, target?: FaultTarget) => void
  take: (route: RouteKind) => Fault | null
  size: () => number
  clear: () => void
}
