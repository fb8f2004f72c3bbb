import type { RelayEngine } from '../RelayEngine.ts'
import { rowKey } from './rows.ts'

/** Waits, but no longer than until another process changes the session's row. */
export async function pause(
  { store, setTimer }: Pick<RelayEngine, 'store' | 'setTimer'>,
  sid: string,
  rev: string | undefined,
  waitMs: number,
): Promise<void> {
  const controller = new AbortController()
  const stop = setTimer(() => controller.abort(), waitMs)
  try {
    await store.changed(rowKey(sid), rev, controller.signal)
  } finally {
    stop()
  }
}
