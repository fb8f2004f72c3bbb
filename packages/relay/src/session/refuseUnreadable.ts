import { RelayRefusal } from '../types/RelayRefusal.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'

/** The answer where a session's row is there and cannot be read: nobody is signed in or out by it. */
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
