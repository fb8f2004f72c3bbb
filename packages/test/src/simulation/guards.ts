import type { Guard } from './Guard.ts'
export const guards: readonly Guard[] = []
