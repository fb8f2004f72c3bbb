import type { EngineOptions } from './EngineOptions.ts'
import { lateOptions } from './lateOptions.ts'
import { startOptions } from './startOptions.ts'

export const defaultEngineOptions: EngineOptions = { ...startOptions, ...lateOptions }
