import type { Counters } from '../types/Counters.ts'
import type { EmulatorControls } from '../Emulator.ts'
import type { Latency } from '../types/Latency.ts'
import type { Lifetimes } from '../types/ProviderControls.ts'
import type { ProviderName } from '../types/ProviderName.ts'
import type { ResolvedReusePolicy } from '../types/ReusePolicy.ts'

/** The settings and counters of one provider. */
export interface ProviderState {
  /** Its clock, in epoch milliseconds. */
  clockAt: number
  lifetimes: Lifetimes
  latency: Latency
  reuse: ResolvedReusePolicy
  /** Number of queued faults. */
  faults: number
  /** Number of requests that hang. */
  hanging: number
  counters: Counters
}

/** The control endpoint's state of all four; it contains no token. */
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
