import type { RelayOptions } from '../types/RelayOptions.ts'
import { defaultTiming, type RelayTiming } from '../types/RelayTiming.ts'
import { checkNumber, maxTimerMs } from './checkNumber.ts'

/** How long a session may be at most: a century. Everything else is waited for by a timer. */
const maxSessionMs = 36_525 * 86_400_000

/** The durations, each of which a timer or a store can keep. */
export function checkTiming(timing: RelayOptions['timing']): RelayTiming {
  const all = { ...defaultTiming, ...timing }
  for (const [name, value] of Object.entries(all)) {
    const isOfSession = name === 'sessionMs' || name === 'maxSessionMs'
    checkNumber(`timing.${name}`, value, 0, isOfSession ? maxSessionMs : maxTimerMs)
  }
  return all
}
