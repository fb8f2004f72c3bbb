import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'

/** The refusal if a session's row cannot be read: it neither signs in nor signs out. */
export function refuseUnreadable(
  { log, timing }: Pick<RelayEngine, 'log' | 'timing'>,
  provider: string,
  trace?: Trace,
): RelayRefusal {
  log({ level: 'error', event: 'row-unreadable', requestId: trace?.requestId, provider })
  return new RelayRefusal(
    503,
    'relay/store-unavailable',
    'This server cannot read what is stored of the session. Nothing is lost.',
    { retryAfterMs: timing.storeWaitMs },
  )
}
