import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Has a build take our packages from where they were unpacked, by their own `exports`, and not from the workspace. */
export function resolvePacked(folder: string): Plugin {
  // That of a file there, which is not read.
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
