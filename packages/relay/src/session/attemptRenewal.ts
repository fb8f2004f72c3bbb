import { checkSubject, type TokenOutcome, type TokenSet } from '@takokit/core'
import { sealForRow } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { takeShare } from '../upstream/takeShare.ts'
import { callUpstream } from '../upstream/callUpstream.ts'
import { isDue } from './admitRenewal.ts'
import { commitRenewed } from './commitRenewed.ts'
import { createRev } from './createRev.ts'
import { noteAnswer, noteFailure, outageWaitMs, readHealth } from './health.ts'
import { judgeOutcome } from './judgeOutcome.ts'
import { recordThrottle } from './throttle.ts'
import type { PresentParameters } from './PresentParameters.ts'
import type { Renewal } from './Renewal.ts'
import { pause } from './pause.ts'
import { restLeftMs } from './restLeftMs.ts'
import { writeRow } from './rows.ts'
import { noteChange } from './noteChange.ts'

/** Wait after a 429 without a hint. */
const throttleMs = 60_000

/**
 * Writes the attempt, sends the refresh token, and commits by compare-and-set: a process that dies at any point leaves a row
 * from which another replica can continue. `undefined` if the row must be read again.
 */
export async function attemptRenewal(
  engine: RelayEngine,
  parameters: PresentParameters,
): Promise<Renewal | undefined> {
  const { provider, held, trace, look } = parameters
  const { session } = held
  const attemptMs = engine.timing.requestTimeoutMs
  // Sealing costs more than anything else here, and the row keeps this generation until the browser has shown it.
  const inRow = look.row.gen === session.gen ? look.row.sealed : undefined
  const attempt: SessionRow = {
    ...look.row,
    sealed: held.sealed ?? inRow ?? (await sealForRow(engine, provider.name, session)),
    attempt: createRev(),
    attemptMs,
    seen: undefined,
    restMs: undefined,
    dueRestMs: undefined,
  }
  const beganAt = engine.now()
  const [written, counted] = await Promise.allSettled([
    writeRow(engine, session.sid, parameters.rev, attempt),
    countDue(engine, parameters),
  ])
  if (written.status === 'rejected') throw written.reason
  const rev = written.value
  if (!rev) return undefined
  if (look.isTakenOver) noteChange(engine, 'taken-over', { provider, trace })

  const requestedAt = engine.now()
  const timeoutMs = attemptMs - Math.max(0, requestedAt - beganAt)
  const isFailed = counted.status === 'rejected'
  // The process was frozen: other replicas may believe that this attempt is over.
  if (isFailed || (timeoutMs <= 0 && attemptMs > 0)) {
    // It was not sent.
    await writeRow(engine, session.sid, rev, look.row)
    if (isFailed) throw counted.reason
    return undefined
  }
  const answered = await askUpstream(engine, parameters, timeoutMs)
  if (!trace.isShortLived) await engine.turn()
  const outcome = checkSubject(answered, session.subject)
  const verdict = judgeOutcome({
    row: attempt,
    outcome,
    random: engine.random(),
    throttleMs: provider.budget?.perMs ?? throttleMs,
    timing: engine.timing,
    outageMs: await noteOutcome(engine, parameters, { outcome, requestedAt }),
  })
  if (verdict.type === 'renewed')
    return commitRenewed(engine, { ...parameters, rev, tokens: verdict.tokens, requestedAt })

  const after = await writeRow(engine, session.sid, rev, verdict.row)
  const waitMs = restLeftMs(verdict.row, { ageMs: 0, session }, engine)
  if (verdict.type === 'wait' && verdict.isThrottled)
    await recordThrottle(engine, provider.name, waitMs)
  // The session was signed out, or another replica took this attempt over and has committed since.
  if (!after) return undefined
  if (verdict.type === 'again') {
    if (verdict.delayMs > 0) await pause(engine, session.sid, after, verdict.delayMs)
    return undefined
  }
  if (verdict.type === 'wait') return { type: 'wait', waitMs, error: verdict.error }
  const { reason, error } = verdict
  noteChange(engine, 'ended', { provider, trace, reason })
  return { type: 'ended', reason, error }
}

/** Counts a renewal that is due. It waits for nothing, so it is counted beside the writing of its attempt. */
async function countDue(
  engine: RelayEngine,
  { provider, held: { session }, health }: PresentParameters,
): Promise<void> {
  // After an outage it has been counted already.
  if (isDue(session, engine) && health?.state !== 'back')
    await takeShare(engine, provider.name, 'due')
}

/** Records whether the provider answers. How long to wait if it is down, for all sessions alike. */
async function noteOutcome(
  engine: RelayEngine,
  { provider: { name }, held, health }: PresentParameters,
  { outcome, requestedAt }: { outcome: TokenOutcome; requestedAt: number },
): Promise<number | undefined> {
  const { type } = outcome
  if (type === 'ok' || type === 'terminal' || type === 'throttled') {
    // Callers that waited for so long have recorded that it is silent.
    const isLate = engine.now() - requestedAt >= engine.timing.answerWithinMs
    try {
      const latest = isLate ? await readHealth(engine, name) : health
      if (latest) await noteAnswer(engine, name, latest)
    } catch {
      // The tokens are not lost for this.
    }
    return undefined
  }
  const { sid } = held.session
  const isSilent = outcome.error.code === 'network/timeout'
  return (await noteFailure(engine, name, { sid, isSilent })) ? outageWaitMs(engine) : undefined
}

function askUpstream(
  engine: RelayEngine,
  { provider, held: { session }, trace }: PresentParameters,
  timeoutMs: number,
) {
  const { accessToken, refreshToken, lifetimeMs, subject, account } = session
  const tokens: TokenSet = { accessToken, refreshToken, lifetimeMs, subject }
  return callUpstream(engine, {
    provider,
    call: 'refresh',
    trace,
    timeoutMs,
    secrets: [accessToken, refreshToken],
    run: (context) => provider.refresh(context, { tokens, account }),
  })
}
