import type { FlowState } from '../flow/FlowState.ts'

/** Whether the last attempt was closed in the wallet, which is worth a quiet line and no alarm. */
export function isQuiet({ step, error }: FlowState): boolean {
  return step === 'idle' && error?.code === 'wallet/rejected'
}
