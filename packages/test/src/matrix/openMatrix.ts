import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { installTakokit } from '@takokit/testing/playwright-library'
import type { Browser, Page } from 'playwright'
import type { Row } from './rows.ts'

export interface MatrixPage {
  page: Page
  url: string
  /** Problems that the page reported: console errors and warnings, uncaught errors, a violated policy. */
  complaints: string[]
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
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
  const files = async (request: Request) => {
    const asked = new URL(request.url)
    const path = join(at, row.output ?? '', asked.pathname.replace(/\/$/, '/index.html'))
    const body = await readFile(path).catch(() => undefined)
    if (!body) {
      complaints.push(`asked for ${asked}`)
      return new Response(null, { status: 404 })
    }
    const headers = new Headers({ 'content-type': types[extname(path)] ?? 'text/plain' })
    if (row.policy) headers.set('content-security-policy', row.policy)
    return new Response(body, { headers })
  }
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
