import type { Counters } from '../types/Counters.ts'
import type { EmulatorControls } from '../Emulator.ts'
import type { Latency } from '../types/Latency.ts'
import type { Lifetimes } from '../types/ProviderControls.ts'
import type { ProviderName } from '../types/ProviderName.ts'
import type { ResolvedReusePolicy } from '../types/ReusePolicy.ts'

/** How one provider is set, and what has been counted. */
export interface ProviderState {
  /** What its clock says, epoch milliseconds. */
  clockAt: number
  lifetimes: Lifetimes
  latency: Latency
  reuse: ResolvedReusePolicy
  /** Faults still waiting. */
  faults: number
  /** Requests that hang. */
  hanging: number
  counters: Counters
}

/** What the control endpoint tells about all four; there is no token in it. */
export type EmulatorState = Record<ProviderName, ProviderState>

export function readState(controls: EmulatorControls): EmulatorState {
  const state = (name: ProviderName): ProviderState => {
    const provider = controls[name]
    return {
      clockAt: provider.clock.now(),
      lifetimes: provider.lifetimes(),
      latency: provider.latency(),
      reuse: provider.reuse(),
      faults: provider.faults(),
      hanging: provider.hanging(),
      counters: provider.counters(),
    }
  }
  return {
    tako: state('tako'),
    talkstack: state('talkstack'),
    cloudreve: state('cloudreve'),
    privateCloud: state('privateCloud'),
  }
}
