import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Not one of the projects: it installs other kits and frameworks. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../../..'),
  ssr: { resolve: { conditions: ['@takokit/source', 'module', 'node', 'development|production'] } },
  test: {
    reporters: process.env.TAKOKIT_DAPPS_REPORT
      ? ['default', ['json', { outputFile: process.env.TAKOKIT_DAPPS_REPORT }]]
      : ['default'],
    include: ['packages/test/src/matrix/*.install.ts'],
    globalSetup: ['packages/test/src/matrix/packOurs.ts'],
    // One for each core of a small machine.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 }, requireAssertions: true },
  },
})
