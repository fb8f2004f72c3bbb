import { expect, test } from 'vitest'
import type { ErrorCode } from '../errors/ErrorCode.ts'
import { failed } from '../providers/failed.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import { defaultEngineOptions as options } from './defaultEngineOptions.ts'
import { defaultBudget, judgeOutcome } from './judgeOutcome.ts'

const record: SessionRecord = {
  v: 1,
  provider: 'cloud',
  account: 'ada',
  sid: 'one',
  gen: 1,
  status: 'signedIn',
  startedAt: 0,
  requestedAt: 0,
  lifetimeMs: 3_600_000,
  failures: 0,
  refusals: 0,
  // An answer of the relay was lost: asking again does no harm.
  lost: true,
}

test.each([
  ['session/signed-out', 'signed-out-elsewhere', undefined],
  ['session/refresh-refused', 'refresh-refused', 'refresh-refused'],
  ['session/refresh-answer-lost', 'refresh-answer-lost', 'refresh-answer-lost'],
] satisfies [ErrorCode, string, string | undefined][])(
  'judgeOutcome: a relay that says %s has confirmed it',
  (code, reason, noted) => {
    const verdict = judgeOutcome({
      record,
      outcome: failed('terminal', code, 'over'),
      nowAt: 0,
      random: 0,
      isTokenValid: true,
      wasOffline: false,
      budget: defaultBudget,
      options,
    })
    expect(verdict).toMatchObject({
      type: 'end',
      reason,
      error: { code },
      record: { status: 'signedOut', reason: noted },
    })
  },
)
