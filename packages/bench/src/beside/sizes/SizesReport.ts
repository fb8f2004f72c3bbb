import type { bundlers } from '../../bundlers/bundlers.ts'
import type { SizeEntry } from './sizeEntries.ts'

export type Bundler = keyof typeof bundlers

/** Bytes at start, and with all that loads later. */
export interface Weight {
  gzip: { start: number; all: number }
  brotli: { start: number; all: number }
}

export interface SizeRow extends Pick<SizeEntry, 'name' | 'kind'> {
  isOurs: boolean
  /** A bundler that cannot bundle it is missing. */
  weights: Partial<Record<Bundler, Weight>>
}

export interface SizesReport {
  rows: SizeRow[]
}
