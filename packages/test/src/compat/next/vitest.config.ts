import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Not one of the projects: it installs Next.js, which is larger than everything else together. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../../../..'),
  ssr: { resolve: { conditions: ['@takokit/source', 'module', 'node', 'development|production'] } },
  test: {
    reporters: process.env.TAKOKIT_NEXT_REPORT
      ? ['default', ['json', { outputFile: process.env.TAKOKIT_NEXT_REPORT }]]
      : ['default'],
    include: ['packages/test/src/compat/{next/*.next,oldest/*.install}.ts'],
    // Both build the packages.
    fileParallelism: false,
    // Who installs waits for a registry and a disk.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 }, requireAssertions: true },
  },
})
