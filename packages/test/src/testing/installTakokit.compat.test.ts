import { resolve } from 'node:path'
import { installTakokit } from '@takokit/testing/playwright-library'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltDapp, buildDapp } from '../compat/buildDapp.ts'
import { rows } from '../matrix/rows.ts'
import { walkDapp } from '../matrix/walkDapp.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'

const url = 'http://localhost'
type Options = NonNullable<Parameters<typeof installTakokit>[1]>

let browser: Browser
let dapp: BuiltDapp
let context: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  browser = await launchShell()
  dapp = await buildDapp({ root: resolve(import.meta.dirname, '../matrix/apps/shared') })
})
afterAll(() => browser?.close())
beforeEach(async () => {
  complaints.length = 0
  context = await browser.newContext({ reducedMotion: 'reduce' })
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

const html =
  '<title>dapp</title><div id="root"></div><script type="module" src="/page.js"></script>'

/** The dapp's own server is one of the test's. */
function serveDapp({ url: asked }: Request): Response {
  const { pathname } = new URL(asked)
  const type = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html'
  const file = pathname === '/' ? html : dapp.files.get(pathname)
  return new Response(file as BodyInit, { headers: { 'content-type': type } })
}

async function openDapp(options: Options = {}) {
  const servers = { [url]: serveDapp, ...options.servers }
  const installed = await installTakokit(context, { ...options, servers })
  context.on('page', (page) => page.on('pageerror', (error) => complaints.push(String(error))))
  const page = await context.newPage()
  await page.goto(url)
  return { ...installed, page }
}

const isSignedIn = (page: Page, is: 'signedIn' | 'signedOut' = 'signedIn') =>
  page.getByTestId('session').filter({ hasText: is }).waitFor()
const start = (page: Page) => page.getByRole('button', { name: 'Sign in' }).click()

describe('installTakokit', () => {
  test('default: a dapp signs in, calls, reloads and signs out', async () => {
    const { page, wallet, emulator } = await openDapp()
    const [row] = rows
    if (row) await walkDapp(page, row)
    expect(wallet.requests.byMethod.personal_sign).toBe(1)
    expect(emulator.tako.counters()).toMatchObject({ signIns: 1 })
  })

  test('behavior: approve and reject wait for the request', async () => {
    const { page, wallet } = await openDapp({ wallets: [{ approval: 'manual' }] })
    await start(page)
    expect((await wallet.approve()).kind).toBe('connect')
    const refused = await wallet.reject()
    expect(refused).toMatchObject({ kind: 'sign', origin: '' })
    await page.getByRole('button', { name: 'Sign in' }).click()
    const asked = await wallet.approve()
    expect(asked.kind === 'sign' && asked.message).toContain(asked.account)
    await isSignedIn(page)
  })

  test('behavior: the wallet outlives the page, and tells every page what changes', async () => {
    const { page, wallet } = await openDapp()
    await start(page)
    await isSignedIn(page)
    const other = await context.newPage()
    await other.goto(url)
    await isSignedIn(other)
    wallet.switchAccount(1)
    await isSignedIn(page, 'signedOut')
    await isSignedIn(other, 'signedOut')
    expect(wallet.state.address).toMatch(/^0x7099/)
  })

  test('behavior: failures of the API, and a network that the page does not have', async () => {
    const { page, emulator } = await openDapp()
    emulator.tako.failNext('lost-answer')
    await start(page)
    await isSignedIn(page)
    // The API signed it in, its answer was lost, and it was asked again.
    expect(emulator.tako.counters().signIns).toBe(2)
    await expect(
      page.evaluate(() => fetch('https://elsewhere.example').then(({ status }) => status)),
    ).rejects.toThrow('Failed to fetch')
    const closed = page.evaluate(
      () =>
        new Promise((resolve) => {
          new WebSocket('wss://elsewhere.example').onclose = ({ type }) => resolve(type)
        }),
    )
    expect(await closed).toBe('close')
  })

  test('parameters: servers: their cookies are the page’s', async () => {
    const server = (request: Request) => {
      const headers = new Headers([
        ['set-cookie', 'first=1; Path=/; HttpOnly'],
        ['set-cookie', 'second=2; Path=/; HttpOnly'],
      ])
      return new Response(request.headers.get('cookie') ?? 'none', { headers })
    }
    const { page } = await openDapp({ servers: { [`${url}/auth`]: server } })
    const ask = () => page.evaluate(async () => (await fetch('/auth/cookies')).text())
    expect(await ask()).toBe('none')
    expect(await ask()).toBe('first=1; second=2')
    // Another path, though it begins as this one.
    expect(await page.evaluate(async () => (await fetch('/authentic')).text())).toBe('')
  })

  test('behavior: a list of no wallets is refused', async () => {
    await expect(installTakokit(context, { wallets: [] })).rejects.toThrow(RangeError)
  })
})
