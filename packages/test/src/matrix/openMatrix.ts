import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { createEmulator } from '@takokit/emulator'
import type { Browser, Page, Route } from 'playwright'
import { build, type Rolldown } from 'vite'
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

/** Bundles the wallet as one script. */
export async function bundleWallet(): Promise<string> {
  const conditions = ['@takokit/source', 'module', 'browser']
  const [{ output } = { output: [] }] = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions },
    build: {
      write: false,
      lib: { entry: resolve(import.meta.dirname, 'wallet.ts'), formats: ['iife'], name: 'wallet' },
    },
  })) as Rolldown.RolldownOutput[]
  const [chunk] = output
  if (chunk?.type !== 'chunk') throw new Error('The wallet was not bundled.')
  return chunk.code
}

export interface OpenMatrixParameters {
  browser: Browser
  row: Row
  /** The dapp's folder. */
  at: string
  wallet: string
  /** Where its own server listens, if it has one. */
  server?: string | undefined
}

/** Opens a built dapp with a wallet, and the emulator in the place of Tako's API. Nothing leaves this machine. */
export async function openMatrix({ browser, row, at, wallet, server }: OpenMatrixParameters) {
  const url = server ?? 'http://localhost'
  const emulator = createEmulator()
  emulator.controls.tako.setReuse('strict')
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  const complaints: string[] = []
  // Other kits complain of what they cannot load, which is all that is not on this machine.
  page.on('pageerror', (error) => {
    if (!row.connect || error.message !== 'Failed to fetch') complaints.push(String(error))
  })
  page.on('console', (message) => {
    const isOurs = !row.connect || /takokit|hydrat|content security policy/i.test(message.text())
    if (isOurs && ['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.addInitScript(wallet)
  await page.route('**', async (route) => {
    const asked = new URL(route.request().url())
    if (asked.origin === 'https://api.tako.so') return answerAsTako(route, emulator.fetch)
    if (asked.origin === 'https://eth.merkle.io') return answerAsNode(route)
    if (asked.origin !== url) return route.abort()
    if (server) return route.continue()
    const path = join(at, row.output ?? '', asked.pathname.replace(/\/$/, '/index.html'))
    const body = await readFile(path).catch(() => undefined)
    if (!body) {
      complaints.push(`asked for ${asked}`)
      return route.fulfill({ status: 404 })
    }
    const headers = row.policy ? { 'content-security-policy': row.policy } : {}
    return route.fulfill({ body, headers, contentType: types[extname(path)] ?? 'text/plain' })
  })
  await page.goto(url)
  return { page, url, complaints } satisfies MatrixPage
}

async function answerAsTako(route: Route, fetch: ReturnType<typeof createEmulator>['fetch']) {
  const request = route.request()
  const answer = await fetch(request.url(), {
    method: request.method(),
    headers: await request.allHeaders(),
    body: request.postDataBuffer() as BodyInit | null,
  })
  return route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })
}

/** A node of the chain that knows nothing: no name, no balance. */
function answerAsNode(route: Route) {
  const ask = (one: { id?: number }) => ({ jsonrpc: '2.0', id: one?.id ?? 0, result: '0x' })
  const asked: unknown = JSON.parse(route.request().postData() ?? '{}')
  const json = Array.isArray(asked) ? asked.map(ask) : ask(asked as { id?: number })
  return route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } })
}
