import type { RelayEngine } from '../RelayEngine.ts'
import { answerInTime } from './answerInTime.ts'
import { comeBack } from './comeBack.ts'
import { renew, type RenewParameters } from './renew.ts'
import type { Renewal } from './Renewal.ts'

/** Renews, and answers in time whatever comes of it: what was begun goes on, and is there when the page asks again. */
export function renewInTime(engine: RelayEngine, parameters: RenewParameters): Promise<Renewal> {
  const renewing = renew(engine, parameters)
  // Others may have joined it: it must not end with this request, where a platform would have it so.
  parameters.trace.waitUntil(renewing)
  return answerInTime<Renewal>(engine, renewing, comeBack)
}
