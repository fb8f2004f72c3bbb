import { TakoKitError } from '@takokit/core'
import type { RelayEngine } from '../RelayEngine.ts'
import { renew, type RenewParameters } from './renew.ts'
import type { Renewal } from './Renewal.ts'

/** The page is asked to come back so much later. */
const comeBackMs = 1_000

/** Renews, and answers in time whatever comes of it: what was begun goes on, and is there when the page asks again. */
export async function renewInTime(
  engine: RelayEngine,
  parameters: RenewParameters,
): Promise<Renewal> {
  const renewing = renew(engine, parameters)
  // Others may have joined it: it must not end with this request, where a platform would have it so.
  parameters.trace.keep(renewing)
  let stop = () => {}
  const late = new Promise<Renewal>((resolve) => {
    stop = engine.setTimer(() => {
      const error = new TakoKitError('provider/unavailable', 'The provider takes its time.')
      resolve({ type: 'wait', waitMs: comeBackMs, error })
    }, engine.timing.answerWithinMs)
  })
  return Promise.race([renewing, late]).finally(stop)
}
