import type { RelayErrorCode } from '../types/RelayErrorCode.ts'
import type { EndReason } from '../types/SessionRow.ts'
import { RelayRefusal, type RelayRefusalOptions } from '../types/RelayRefusal.ts'

const words: Record<EndReason, [RelayErrorCode, string]> = {
  'signed-out': ['session/signed-out', 'Nobody is signed in here.'],
  'refresh-refused': [
    'session/refresh-refused',
    'The provider refused to renew the session, and confirmed it. Sign in again.',
  ],
  'refresh-answer-lost': [
    'session/refresh-answer-lost',
    'The answer to a refresh was lost on the way, and the provider does not accept the old token again. Sign in again.',
  ],
}

/** The refusal for a session that is over. */
export function refuseEnded(reason: EndReason, options?: RelayRefusalOptions): RelayRefusal {
  const [code, title] = words[reason]
  return new RelayRefusal(401, code, title, options)
}
