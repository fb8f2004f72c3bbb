import type { AuthClient } from '@takokit/core'
import type { EventLog } from '../types/EventLog.ts'
import { createEventLog } from './createEventLog.ts'

const logs = new WeakMap<AuthClient, EventLog>()

/** The log of a client, which begins when it is first asked for. */
export function eventLogOf(client: AuthClient): EventLog {
  const known = logs.get(client)
  if (known) return known
  const log = createEventLog(client)
  logs.set(client, log)
  return log
}
