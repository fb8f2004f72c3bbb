import { rmSync } from 'node:fs'
import { serveEmulator } from '@takokit/emulator/node'
import { installTakokit } from '@takokit/testing/playwright-library'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchShell } from '../../tabs/harness/launchShell.ts'
import { runSpec } from '../../testing/runSpec.ts'
import { buildNext } from './buildNext.ts'
import { makeApp } from './makeApp.ts'
import { type NextServer, serveNext } from './serveNext.ts'

const secret = 'a-secret-of-this-test-0123456789-abcdef'
const modes = ['on', 'off'] as const

let folder: string
let upstream: Awaited<ReturnType<typeof serveEmulator>>
let browser: Browser

beforeAll(async () => {
  // A used refresh token is refused.
  upstream = await serveEmulator({ tako: { reuse: 'strict' } })
  folder = makeApp()
  for (const mode of modes) buildNext(folder, { CACHE_COMPONENTS: mode })
  browser = await launchShell()
})
afterAll(async () => {
  await browser?.close()
  await upstream?.close()
  if (folder) rmSync(folder, { recursive: true })
})

const env = () => ({ TAKO_URL: upstream.url, ALLOW_PRIVATE_UPSTREAMS: '127.0.0.1' })

const has = (page: Page, id: string, pattern: RegExp) =>
  page.getByTestId(id).filter({ hasText: pattern }).waitFor()

declare global {
  interface Window {
    /** What moved in the page since it was loaded, of the kit or what holds it. */
    shifts: string[]
  }
}

/** Runs in the page, before its scripts. */
function noteShifts(): void {
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      sources: { node: Node | null }[]
    })[])
      for (const { node } of entry.sources)
        if (node instanceof Element && (node.closest('.takokit') ?? node.querySelector('.takokit')))
          window.shifts.push(node.outerHTML.slice(0, 100))
  }).observe({ type: 'layout-shift', buffered: true })
}

/** A page, and what its console and its requests to other places say. */
async function openPage({ url: own }: NextServer) {
  const complaints: string[] = []
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await installTakokit(context)
  const page = await context.newPage()
  await page.addInitScript(noteShifts)
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin !== own) complaints.push(`asked for ${origin}${pathname}`)
  })
  return { page, complaints }
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Account \u2068?0xf39F/ }).click()
  const answered = page.waitForResponse(/sign-out$/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await has(page, 'session', /^signedOut$/)
  await answered
}

describe.each(modes)('cacheComponents %s', (mode) => {
  let next: NextServer
  beforeAll(async () => {
    const given = { CACHE_COMPONENTS: mode, RELAY_SECRET: secret }
    next = await serveNext({ folder, env: { ...env(), ...given } })
  })
  afterAll(() => next?.close())

  test('default: rendered by Next.js, signed in by way of the route handler', async () => {
    upstream.emulator.controls.tako.resetCounters()
    const html = await (await fetch(next.url)).text()
    expect(html).toContain('data-status="restoring"')

    const { page, complaints } = await openPage(next)
    const asked = new Set<string>()
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (pathname.startsWith('/auth/')) asked.add(`${request.method()} ${pathname}`)
    })
    const token = page.getByTestId('token')

    await page.goto(next.url)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await has(page, 'session', /^signedIn 0xf39F/)
    const first = await token.textContent()

    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => token.textContent()).not.toBe(first)
    const second = await token.textContent()

    // The page keeps neither token nor handle: the cookie restores the session.
    await page.reload()
    await has(page, 'session', /^signedIn 0xf39F/)
    await expect.poll(() => token.textContent()).toBe(second)

    await signOut(page)
    await page.reload()
    await has(page, 'session', /^signedOut$/)

    const auth = ['POST /auth/tako/sign-in', 'POST /auth/tako/token', 'POST /auth/tako/sign-out']
    expect(asked).toEqual(new Set(auth))
    // The API received one refresh: the relay answered the reload from the cookie.
    expect(upstream.emulator.controls.tako.counters()).toMatchObject({
      signIns: 1,
      requests: 1,
      reuses: 0,
    })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('behavior: a server component knows who is signed in, and the first HTML shows it', async () => {
    const { page, complaints } = await openPage(next)
    // proxy.ts sends everybody else away.
    await page.goto(`${next.url}/members`)
    expect(page.url()).toBe(`${next.url}/`)
    expect((await fetch(`${next.url}/me`)).status).toBe(401)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await has(page, 'session', /^signedIn 0xf39F/)

    const html = (await (await page.goto(`${next.url}/members`))?.text()) ?? ''
    const shown = html.indexOf('data-status="signedIn"')
    expect(shown).toBeGreaterThan(0)
    expect(html).not.toContain('data-status="restoring"')
    // Streamed after it, and signed in as well.
    expect(html.indexOf('data-testid="session">signedIn 0xf39F')).toBeGreaterThan(shown)
    const token = page.getByTestId('token').filter({ hasText: /./ })
    const text = await token.textContent()
    expect(text?.length).toBeGreaterThan(20)
    expect(html).not.toContain(text)
    await has(page, 'session', /^signedIn 0xf39F/)
    expect(await page.evaluate(() => window.shifts)).toEqual([])
    const me = await page.evaluate(async () => (await fetch('/me')).json() as Promise<unknown>)
    expect(me).toEqual({ address: expect.stringMatching(/^0xf39F/) })

    await signOut(page)
    await page.goto(`${next.url}/members`)
    expect(page.url()).toBe(`${next.url}/`)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

test('default: in at most 15 lines, by Playwright’s own runner', async () => {
  const next = await serveNext({ folder, env: { ...env(), RELAY_SECRET: secret } })
  try {
    const { lines, stats } = await runSpec('next', next.url)
    expect(lines).toBeLessThanOrEqual(15)
    expect(stats).toMatchObject({ expected: 1, unexpected: 0, flaky: 0, skipped: 0 })
  } finally {
    await next.close()
  }
})

test('behavior: a missing secret is found when the server starts, and not by its first user', async () => {
  const next = await serveNext({ folder, env: { ...env(), RELAY_SECRET: secret } })
  const broken = await serveNext({ folder, env: env() })
  try {
    const health = await fetch(`${next.url}/auth/healthz`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
    await expect.poll(broken.output).toContain('secret')
    expect(broken.output()).toContain('config/invalid')
    const answer = await fetch(`${broken.url}/auth/healthz`).catch(() => undefined)
    expect(answer?.status ?? 500).toBe(500)
  } finally {
    await Promise.all([next.close(), broken.close()])
  }
})
