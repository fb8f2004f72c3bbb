import { TakoKitError } from '../errors/TakoKitError.ts'
import { noCookieCode } from '../providers/relayed/noCookieCode.ts'

/** What a session that has only just begun ends with where the browser does not bring its cookie to the relay. */
export function cookieLost(cause: TakoKitError): TakoKitError | undefined {
  if (cause.providerCode !== noCookieCode) return undefined
  return new TakoKitError(
    'config/invalid',
    'The relay began a session, and the next request brought no cookie of it: the browser did not keep it. In a frame of another site it keeps one only with `createRelay({ partitionedCookies: true })`; elsewhere look for a proxy that drops `Set-Cookie`, an origin that is not https, or cookies that are switched off.',
    { cause },
  )
}
