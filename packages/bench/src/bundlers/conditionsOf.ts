import type { BundleParameters } from './Bundled.ts'

/** The conditions by which a bundler finds the sources of our packages, or what was built of them. */
export function conditionsOf(from: BundleParameters['from']): string[] {
  return [...(from === 'src' ? ['@takokit/source'] : []), 'import', 'browser']
}
