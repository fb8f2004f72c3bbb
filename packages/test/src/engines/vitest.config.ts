import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const conditions = ['@takokit/source', 'module', 'node', 'development|production']

/** Not one of the projects: Firefox and WebKitGTK are not installed everywhere. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../../..'),
  ssr: { resolve: { conditions } },
  test: {
    reporters: process.env.TAKOKIT_ENGINES_REPORT
      ? ['default', ['json', { outputFile: process.env.TAKOKIT_ENGINES_REPORT }]]
      : ['default'],
    include: ['packages/test/src/engines/*.engine.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000, interval: 200 }, requireAssertions: true },
  },
})
