import { TakoKitError } from '@takokit/core'
import type { Renewal } from './Renewal.ts'

/** The page is asked to come back so much later. */
const comeBackMs = 1_000

/** The answer while a request upstream takes its time: it goes on, and what comes of it is there when the page asks again. */
export function comeBack(): Renewal & { type: 'wait' } {
  const error = new TakoKitError('provider/unavailable', 'The provider takes its time.')
  return { type: 'wait', waitMs: comeBackMs, error }
}
