import type { RelayEngine } from '../RelayEngine.ts'
import { answerInTime } from './answerInTime.ts'
import { comeBack } from './comeBack.ts'
import { noteFailure } from './health.ts'
import { renew, type RenewParameters } from './renew.ts'
import type { Renewal } from './Renewal.ts'

/** Renews, and answers in time. A renewal in flight continues, and its result is there when the page asks again. */
export function renewInTime(engine: RelayEngine, parameters: RenewParameters): Promise<Renewal> {
  const renewing = renew(engine, parameters)
  // Other requests may have joined it: it must not end with this one, on platforms that would end it.
  parameters.trace.waitUntil(renewing)
  return answerInTime<Renewal>(engine, renewing, () => {
    const { provider, held } = parameters
    const { sid } = held.session
    noteFailure(engine, provider.name, { sid, isSilent: true }).catch(() => {})
    return comeBack()
  })
}
