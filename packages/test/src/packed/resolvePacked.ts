import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Resolves our packages from the folder where they were unpacked, by their own `exports`, and not from the workspace. */
export function resolvePacked(folder: string): Plugin {
  // The importer only needs a path in that folder: it is not read.
  const importer = join(folder, 'node_modules/@takokit/react/package.json')
  return {
    name: 'resolve-packed',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@takokit\// },
      handler(source, _, options) {
        return this.resolve(source, importer, { ...options, skipSelf: true })
      },
    },
  }
}
