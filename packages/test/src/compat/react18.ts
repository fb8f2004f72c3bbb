import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Alias } from 'vite'

const folder = (manifest: string) => dirname(fileURLToPath(manifest))

/** Resolves React to React 18 for every importer: the kit, wagmi, TanStack Query. */
export const react18: Alias[] = [
  {
    find: /^react(?=\/|$)/,
    replacement: folder(import.meta.resolve('react-18/package.json')),
  },
  {
    find: /^react-dom(?=\/|$)/,
    replacement: folder(import.meta.resolve('react-dom-18/package.json')),
  },
]
