import { TakoKitError } from '@takokit/core'
import type { Renewal } from './Renewal.ts'

/** When the page should ask again. */
const comeBackMs = 1_000

/** The answer while an upstream request is slow: it continues, and its result is there when the page asks again. */
export function comeBack(): Renewal & { type: 'wait' } {
  const error = new TakoKitError('provider/unavailable', 'The provider takes its time.')
  return { type: 'wait', waitMs: comeBackMs, error }
}
