import { gzipSync } from 'node:zlib'
import type { Bundle, BundledFile, BundleParameters } from './bundlers/Bundled.ts'
import { withRolldown } from './bundlers/withRolldown.ts'

export interface BundleSize {
  /** What the page loads at start, in bytes of gzip: the entry and its static imports. */
  startBytes: number
  /** The same plus all lazy chunks. */
  allBytes: number
  code: string
}

export interface MeasureSizeParameters {
  /** The lines of the entry. */
  entry: string
  /** Default: Rolldown. */
  bundle?: Bundle
  /** Default: the sources. */
  from?: BundleParameters['from']
}

const weigh = (files: readonly BundledFile[]) =>
  files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)

/** Bundles a few lines as an application's bundler would, and measures the result. */
export async function measureSize({
  entry,
  bundle = withRolldown,
  from = 'src',
}: MeasureSizeParameters): Promise<BundleSize> {
  const { start, later } = await bundle({ entry, from })
  return {
    startBytes: weigh(start),
    allBytes: weigh([...start, ...later]),
    code: [...start, ...later].map(({ code }) => code).join('\n'),
  }
}
