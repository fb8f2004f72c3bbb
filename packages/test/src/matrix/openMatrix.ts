import { installTakokit } from '@takokit/testing/playwright-library'
import type { Browser, Page } from 'playwright'
import { answerFiles } from './answerFiles.ts'
import type { Row } from './rows.ts'

export interface MatrixPage {
  page: Page
  url: string
  /** Problems that the page reported: console errors and warnings, uncaught errors, a violated policy. */
  complaints: string[]
}

export interface OpenMatrixParameters {
  browser: Browser
  row: Row
  /** The dapp's folder. */
  at: string
  /** Where its own server listens, if it has one. */
  server?: string | undefined
}

/** Opens a built dapp with a wallet, and the emulator in the place of Tako's API. Nothing leaves this machine. */
export async function openMatrix({ browser, row, at, server }: OpenMatrixParameters) {
  const url = server ?? 'http://localhost'
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const complaints: string[] = []
  const files = answerFiles({
    row,
    at,
    onMissing: (asked) => complaints.push(`asked for ${asked}`),
  })
  await installTakokit(context, {
    wallets: [{ name: 'Matrix Wallet', rdns: 'example.matrix' }],
    emulator: { tako: { reuse: 'strict' } },
    servers: server ? {} : { [url]: files },
  })
  const page = await context.newPage()
  // Other kits complain of what they cannot load, which is all that is not on this machine.
  page.on('pageerror', (error) => {
    if (!row.connect || error.message !== 'Failed to fetch') complaints.push(String(error))
  })
  page.on('console', (message) => {
    const isOurs = !row.connect || /takokit|hydrat|content security policy/i.test(message.text())
    if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(url)
  return { page, url, complaints } satisfies MatrixPage
}
