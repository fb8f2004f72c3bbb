import { is, safeParse } from 'valibot'
import { endReason, type SessionRow, sessionRow } from '../types/SessionRow.ts'

/**
 * Parses a session's row. A row of a newer version, or a truncated one, is `unreadable`. That differs from no row: it may
 * record a sign-out.
 */
export function parseRow(value: string): SessionRow | 'unreadable' {
  let json: unknown
  try {
    json = JSON.parse(value)
  } catch {
    return 'unreadable'
  }
  const result = safeParse(sessionRow, json)
  if (result.success) return result.output
  // The end is read before anything else is validated: it counts in every version.
  const { ended, gen, untilAt } = (json ?? {}) as Record<string, unknown>
  if (!is(endReason, ended)) return 'unreadable'
  return {
    v: 1,
    gen: typeof gen === 'number' ? gen : Number.MAX_SAFE_INTEGER,
    failures: 0,
    refusals: 0,
    lost: false,
    ended,
    untilAt: typeof untilAt === 'number' ? untilAt : 0,
  }
}
