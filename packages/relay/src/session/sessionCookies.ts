import { sealForCookie } from '../cookies/sealSession.ts'
import { sessionCookie } from '../cookies/sessionCookie.ts'
import { setCookies } from '../cookies/setCookies.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import type { RequestHead } from '../types/RequestHead.ts'
import { staysInStore } from './staysInStore.ts'

/** The `set-cookie` values for a session: all of it sealed, or, if the tokens are in the store, its name. */
export async function sessionCookies(
  engine: RelayEngine,
  provider: string,
  { session, request }: { session: RelaySession; request: RequestHead },
): Promise<string[]> {
  const { sid, gen, account: acc, untilAt } = session
  const isOwn = engine.tokensIn === 'cookie'
  const whole = isOwn ? await sealForCookie(engine, provider, session) : ''
  const stays = staysInStore(engine, provider, whole)
  if (stays && isOwn) engine.log({ level: 'warn', event: 'cookie-outgrown', provider })
  const value = stays
    ? await engine.sealer.seal(engine.sealUse('cookie', provider), { sid, gen, acc, end: untilAt })
    : whole
  return setCookies(sessionCookie(engine, provider, request), value, untilAt - engine.now())
}
