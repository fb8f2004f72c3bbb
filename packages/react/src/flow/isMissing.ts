import type { FlowState } from './FlowState.ts'

/** Whether a part that should open could not be loaded. */
export function isMissing({ step, error }: Pick<FlowState, 'step' | 'error'>): boolean {
  return step === 'idle' && error?.code === 'network/failed'
}
