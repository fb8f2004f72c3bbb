export interface BundledFile {
  code: string
  /** The paths of the modules in it. */
  modules: string[]
}

/** What a bundler wrote for an entry. */
export interface Bundled {
  /** What the page loads at start: the entry and its static imports. */
  start: BundledFile[]
  /** What it loads later. */
  later: BundledFile[]
}

export interface BundleParameters {
  /** The lines of the entry. */
  entry: string
  /** Our packages' sources, or what was built of them. */
  from: 'src' | 'dist'
  /** The folder whose packages the entry imports. Default: this one. */
  folder?: string | undefined
}

/** Bundles an entry as an application's bundler would: split and minified for production. */
export type Bundle = (parameters: BundleParameters) => Promise<Bundled>
