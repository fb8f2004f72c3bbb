import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { mutantPlugin } from './mutantPlugin.ts'
import { planVariable } from './planVariable.ts'

const root = resolve(import.meta.dirname, '../../../..')
const plugins = [mutantPlugin(process.env[planVariable] ?? '')]
const conditions = ['@takokit/source', 'module', 'browser', 'development|production']
const source = {
  plugins,
  resolve: { conditions },
  ssr: { resolve: { conditions: ['@takokit/source', 'module', 'node', 'development|production'] } },
}
const shared = {
  runner: resolve(import.meta.dirname, 'mutantRunner.ts'),
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 }, requireAssertions: true },
  // Modules stay loaded from file to file.
  isolate: false,
  // More than cores: those that wait for a hang cost nothing.
  maxWorkers: 4,
}
const needsMore = '**/*.{browser,e2e,tabs,compat,packed,engine}.test.{ts,tsx}'
const dom = ['packages/{core,react,relay}/src/**/*.dom.test.{ts,tsx}']

/** The tests that need Node alone, as in the projects `unit`, `relay` and `dom`. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...source,
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: ['packages/{core,react,relay}/src/**/*.test.ts'],
          exclude: [needsMore, ...dom],
        },
      },
      {
        ...source,
        test: {
          ...shared,
          name: 'dom',
          environment: 'happy-dom',
          setupFiles: ['packages/react/src/testing/patience.ts'],
          include: dom,
        },
      },
    ],
  },
})
