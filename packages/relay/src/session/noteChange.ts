import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { RelayMetric } from '../types/RelayMetric.ts'
import type { EndReason } from '../types/SessionRow.ts'

type Change = Exclude<(RelayMetric & { type: 'session' })['change'], 'adopted'>

/** Counts and logs a change of a session: at `warn` what nobody asked for. */
export function noteChange(
  { metric, log }: Pick<RelayEngine, 'metric' | 'log'>,
  change: Change,
  {
    provider,
    trace: { requestId },
    reason,
  }: { provider: { name: string }; trace: Trace; reason?: EndReason | undefined },
): void {
  const { name } = provider
  metric({ type: 'session', provider: name, change, reason })
  const isAsked = change === 'started' || change === 'renewed' || reason === 'signed-out'
  log({
    level: isAsked ? 'info' : 'warn',
    event: `session-${change}`,
    requestId,
    provider: name,
    ...(reason && { reason }),
  })
}
