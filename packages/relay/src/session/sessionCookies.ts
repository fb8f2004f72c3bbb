import { useOf } from '../cookies/sealSession.ts'
import { setCookies } from '../cookies/setCookies.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { HeldSession } from './HeldSession.ts'
import { staysInStore } from './staysInStore.ts'

/** The `set-cookie` values for a session: all of it sealed, or, where the store has the tokens, its name. */
export async function sessionCookies(
  engine: Pick<RelayEngine, 'sealer' | 'tokensIn' | 'now' | 'log'>,
  provider: string,
  { session, sealed }: HeldSession,
  before: string | null,
): Promise<string[]> {
  const { sid, gen, account: acc, untilAt } = session
  const stays = staysInStore(engine, provider, sealed)
  if (stays && engine.tokensIn === 'cookie')
    engine.log({ level: 'warn', event: 'cookie-outgrown', provider })
  const value = stays
    ? await engine.sealer.seal(useOf(provider), { sid, gen, acc, end: untilAt })
    : sealed
  return setCookies(provider, value, { leftMs: untilAt - engine.now(), before })
}
