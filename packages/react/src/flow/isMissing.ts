import type { FlowState } from './FlowState.ts'

/** What should have opened could not be loaded. */
export function isMissing({ step, error }: FlowState): boolean {
  return step === 'idle' && error?.code === 'network/failed'
}
