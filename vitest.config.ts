import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import {
  chromiumFlags,
  chromiumMajor,
  findChromium,
} from './packages/test/src/browser/findChromium.ts'

const chromium = await findChromium()
// What a browser draws changes with its major version: pictures of another one say nothing.
const pictures = resolve(
  import.meta.dirname,
  `packages/react/src/__screenshots__/chromium-${chromiumMajor(chromium)}`,
)
const hasPictures = existsSync(pictures) || process.argv.includes('--update')
const conditions = ['@takokit/source', 'module', 'browser', 'development|production']
const source = {
  resolve: { conditions },
  ssr: { resolve: { conditions: ['@takokit/source', 'module', 'node', 'development|production'] } },
}

// A function, since projects that share one options object fail to start.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: chromium.executablePath,
      args: [...chromiumFlags],
      env: { ...(process.env as Record<string, string>), ...chromium.env },
    },
  }),
  instances: [{ browser: 'chromium' as const }],
})

// What hangs is told from what is slow by a wide margin: machines are shared.
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A test in which no assertion ran has shown nothing.
  expect: { poll: { timeout: 20_000 }, requireAssertions: true },
}

// Many libraries, which bundle slowly: not in every run.
const matrix = () => ({
  ...source,
  plugins: [react()],
  test: {
    ...patience,
    name: 'matrix',
    setupFiles: ['packages/react/src/testing/patience.ts'],
    include: ['packages/test/src/**/*.matrix.test.tsx'],
    browser: browser(),
  },
})

// Two at a time, one for each core of a small machine.
const twoBrowsers = { maxWorkers: 2, sequence: { groupOrder: 3 } }

// By default one core is left free, which is half of a small machine.
const allCores = { maxWorkers: '100%' }

const happyDom = (project: { name: string; include: string[]; isolate?: boolean }) => ({
  ...source,
  plugins: [react()],
  test: {
    ...patience,
    ...allCores,
    environment: 'happy-dom' as const,
    setupFiles: ['packages/react/src/testing/patience.ts'],
    ...project,
  },
})

export default defineConfig({
  test: {
    reporters: process.env.TAKOKIT_TEST_REPORT
      ? ['default', ['json', { outputFile: process.env.TAKOKIT_TEST_REPORT }]]
      : ['default'],
    projects: [
      {
        ...source,
        test: {
          ...patience,
          name: 'unit',
          // Installed, it would become a peer of Vitest and Redis in every package.
          alias: {
            '@opentelemetry/api': resolve(
              import.meta.dirname,
              'apps/docs/src/testing/openTelemetryApi.ts',
            ),
          },
          ...allCores,
          // What files import is heavy, and whoever changes something global puts it back.
          isolate: false,
          environment: 'node',
          include: ['{packages,apps}/*/src/**/*.test.ts'],
          exclude: [
            '**/*.{dom,browser,e2e,tabs,compat,packed,engine,site}.test.ts',
            'packages/{relay,test/src/simulation}/**',
            '**/node_modules/**',
          ],
        },
      },
      {
        ...source,
        test: {
          ...patience,
          name: 'relay',
          // Each file closes the servers and processes that it starts.
          isolate: false,
          ...allCores,
          environment: 'node',
          include: ['packages/relay/src/**/*.test.ts'],
        },
      },
      {
        ...source,
        test: {
          ...patience,
          name: 'simulation',
          // Beside the stories, which leave half of two cores idle.
          sequence: { groupOrder: 2 },
          environment: 'node',
          include: ['packages/test/src/simulation/**/*.test.ts'],
        },
      },
      happyDom({
        name: 'dom',
        // As in `unit`. What is rendered is unmounted after each test.
        isolate: false,
        include: ['packages/*/src/**/*.dom.test.{ts,tsx}'],
      }),
      happyDom({
        // A module that is replaced is replaced for all files of a worker.
        name: 'mocked',
        include: ['packages/*/src/**/*.mocked.test.tsx'],
      }),
      {
        ...source,
        plugins: [react()],
        test: {
          ...patience,
          name: 'browser',
          ...allCores,
          sequence: { groupOrder: 1 },
          setupFiles: ['packages/react/src/testing/patience.ts'],
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}'],
          browser: browser(),
        },
      },
      {
        ...source,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          ...patience,
          name: 'storybook',
          // Stories are drawn, looked at by axe and compared with their pictures.
          expect: { ...patience.expect, requireAssertions: false },
          sequence: { groupOrder: 2 },
          setupFiles: ['.storybook/vitest.setup.ts'],
          provide: { hasPictures },
          browser: {
            ...browser(),
            viewport: { width: 480, height: 640 },
            expect: {
              toMatchScreenshot: {
                comparatorName: 'pixelmatch',
                comparatorOptions: { allowedMismatchedPixelRatio: 0.002 },
                resolveScreenshotPath: ({ arg, ext }) => `${pictures}/${arg}${ext}`,
              },
            },
          },
        },
      },
      {
        ...source,
        test: {
          ...patience,
          name: 'e2e',
          ...twoBrowsers,
          environment: 'node',
          include: ['packages/test/src/**/*.e2e.test.ts'],
          globalSetup: ['packages/test/src/e2e/serveDemo.ts'],
        },
      },
      {
        ...source,
        test: {
          ...patience,
          name: 'tabs',
          // Assertions of tests that run at once are counted together: here the linter's rule has to do.
          expect: { ...patience.expect, requireAssertions: false },
          ...twoBrowsers,
          environment: 'node',
          include: ['packages/test/src/tabs/**/*.tabs.test.ts'],
          // What the files import is heavy, and they build the same page.
          isolate: false,
        },
      },
      {
        ...source,
        test: {
          ...patience,
          name: 'compat',
          ...twoBrowsers,
          environment: 'node',
          include: ['packages/test/src/**/*.compat.test.ts'],
        },
      },
      {
        ...source,
        test: {
          ...patience,
          // What is read from the packages as they are installed.
          name: 'packed',
          ...twoBrowsers,
          environment: 'node',
          include: ['packages/test/src/**/*.packed.test.ts'],
          globalSetup: ['packages/test/src/packed/packPackages.ts'],
        },
      },
      ...(process.argv.includes('matrix') ? [matrix()] : []),
    ],
  },
})
