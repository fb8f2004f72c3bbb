import type { TokenSet } from '@takokit/core'
import { sealForRow } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { endOf } from './endOf.ts'
import { freshRow } from './freshRow.ts'
import type { PresentParameters } from './PresentParameters.ts'
import { rememberUntil } from './rememberUntil.ts'
import type { Renewal } from './Renewal.ts'
import { revokeUpstream } from './revokeUpstream.ts'
import { changeRow, readRow, writeRow } from './rows.ts'
import { staysInStore } from './staysInStore.ts'
import { noteChange } from './noteChange.ts'

/**
 * Makes new tokens the session's next generation. They are valid whatever happened meanwhile: a replica that took the
 * attempt over must adopt them, a sign-out must have them revoked, and an outage of the store must not lose them.
 */
export async function commitRenewed(
  engine: RelayEngine,
  parameters: PresentParameters & { rev: string; tokens: TokenSet; requestedAt: number },
): Promise<Renewal | undefined> {
  const { provider, held, look, trace, tokens, requestedAt } = parameters
  const { name } = provider
  const session: RelaySession = {
    ...held.session,
    gen: look.row.gen + 1,
    subject: held.session.subject ?? tokens.subject,
    requestedAt,
    lifetimeMs: tokens.lifetimeMs,
    untilAt: rememberUntil(engine, {
      refreshExpiresAt: tokens.refreshExpiresAt,
      startedAt: held.session.startedAt,
    }),
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken ?? held.session.refreshToken,
  }
  const { sid, gen, untilAt } = session
  const sealed = await sealForRow(engine, name, session)
  const stays = staysInStore(engine, name, sealed) || undefined
  const row = freshRow({ gen, sealed, untilAt, stays })
  const renewed: Renewal = { type: 'renewed', held: { session, sealed } }
  const replace = (before: SessionRow | undefined, isUnreadable: boolean) =>
    isUnreadable || endOf(before, gen) || (before && before.gen >= gen) ? undefined : row
  const revoke = () => revokeUpstream(engine, { provider, session, trace })
  try {
    const isWritten =
      (await writeRow(engine, sid, parameters.rev, row)) ?? (await changeRow(engine, sid, replace))
    if (!isWritten) {
      const { row: now } = await readRow(engine, sid)
      // Signed out meanwhile: the late tokens are not used, and are revoked if possible.
      if (endOf(now, gen)) await revoke()
      return undefined
    }
  } catch {
    // The provider has rotated: this page gets its tokens now, the other replicas when the store is back.
    engine.pendingWrites.add(sid, replace, (now) => {
      if (endOf(now, gen)) trace.waitUntil(revoke())
    })
  }
  noteChange(engine, 'renewed', { provider, trace })
  return renewed
}
