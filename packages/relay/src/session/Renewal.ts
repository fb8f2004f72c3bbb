import type { TakoKitError } from '@takokit/core'
import type { EndReason } from '../types/SessionRow.ts'
import type { OpenedSession } from './OpenedSession.ts'

/** The result of renewing a session's tokens. */
export type Renewal =
  | { type: 'renewed'; held: OpenedSession }
  | { type: 'ended'; reason: EndReason; error?: TakoKitError | undefined }
  | { type: 'wait'; waitMs: number; error: TakoKitError }
