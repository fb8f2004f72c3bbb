import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Bundle, BundledFile, BundleParameters } from './bundlers/Bundled.ts'
import { withRolldown } from './bundlers/withRolldown.ts'

export interface BundleSize {
  /** What the page loads at start, in bytes of gzip: the entry and its static imports. */
  startBytes: number
  /** The same plus all lazy chunks. */
  allBytes: number
  /** The same two with Brotli. */
  brotli: { startBytes: number; allBytes: number }
  code: string
}

export interface MeasureSizeParameters {
  /** The lines of the entry. */
  entry: string
  /** Default: Rolldown. */
  bundle?: Bundle
  /** Default: the sources. */
  from?: BundleParameters['from']
  folder?: BundleParameters['folder']
  /** A stylesheet that the page loads at start. */
  css?: Uint8Array | undefined
}

type File = Pick<BundledFile, 'code'> | { code: Uint8Array }

const gzip = (files: readonly File[]) =>
  files.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)

const brotli = (files: readonly File[]) =>
  files.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0)

/** Bundles a few lines as an application's bundler would, and measures the result. */
export async function measureSize({
  entry,
  bundle = withRolldown,
  from = 'src',
  folder,
  css,
}: MeasureSizeParameters): Promise<BundleSize> {
  const { start, later } = await bundle({ entry, from, folder })
  const atStart = css ? [...start, { code: css }] : start
  return {
    startBytes: gzip(atStart),
    allBytes: gzip([...atStart, ...later]),
    brotli: { startBytes: brotli(atStart), allBytes: brotli([...atStart, ...later]) },
    code: [...start, ...later].map(({ code }) => code).join('\n'),
  }
}
