import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Not one of the projects: it builds the docs first. `pnpm check site` runs it. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../../../..'),
  test: {
    include: ['packages/test/src/site/*.site.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 }, requireAssertions: true },
  },
})
