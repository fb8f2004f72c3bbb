import { defineConfig } from '@playwright/test'

const { DAPP_URL: baseURL, CHROMIUM = '', CHROMIUM_FLAGS = '[]', OUTPUT_FOLDER = '' } = process.env

/** As a dapp has it, with the Chromium of the other tests. */
export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: OUTPUT_FOLDER,
  use: {
    baseURL,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: CHROMIUM, args: JSON.parse(CHROMIUM_FLAGS) as string[] },
  },
})
