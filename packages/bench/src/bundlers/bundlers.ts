import type { Bundle } from './Bundled.ts'
import { withEsbuild } from './withEsbuild.ts'
import { withRolldown } from './withRolldown.ts'
import { withRollup } from './withRollup.ts'
import { withWebpack } from './withWebpack.ts'

/** By their names: Rolldown is in Vite from version 8, Rollup in those before. */
export const bundlers = {
  Rolldown: withRolldown,
  esbuild: withEsbuild,
  Rollup: withRollup,
  webpack: withWebpack,
} satisfies Record<string, Bundle>
