import { rmSync } from 'node:fs'
import { serveEmulator } from '@takokit/emulator/node'
import { installTakokit } from '@takokit/testing/playwright-library'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchShell } from '../../tabs/harness/launchShell.ts'
import { runSpec } from '../../testing/runSpec.ts'
import { buildNext } from './buildNext.ts'
import { makeApp } from './makeApp.ts'
import { type NextServer, serveNext } from './serveNext.ts'

let folder: string
let upstream: Awaited<ReturnType<typeof serveEmulator>>
let next: NextServer
let browser: Browser

beforeAll(async () => {
  // A used refresh token is refused.
  upstream = await serveEmulator({ tako: { reuse: 'strict' } })
  folder = makeApp()
  buildNext(folder)
  next = await serveNext({
    folder,
    env: { ...env(), RELAY_SECRET: 'a-secret-of-this-test-0123456789-abcdef' },
  })
  browser = await launchShell()
})
afterAll(async () => {
  await browser?.close()
  await next?.close()
  await upstream?.close()
  if (folder) rmSync(folder, { recursive: true })
})

const env = () => ({ TAKO_URL: upstream.url, ALLOW_PRIVATE_UPSTREAMS: '127.0.0.1' })

const has = (page: Page, id: string, pattern: RegExp) =>
  page.getByTestId(id).filter({ hasText: pattern }).waitFor()

test('default: rendered by Next.js, signed in by way of the route handler', async () => {
  const html = await (await fetch(next.url)).text()
  expect(html).toContain('data-status="restoring"')

  const complaints: string[] = []
  const asked: string[] = []
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  await installTakokit(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== next.url) complaints.push(`asked for ${url}`)
    if (url.pathname.startsWith('/auth/'))
      asked.push(`${request.method()} ${url.pathname.slice('/auth/'.length)}`)
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

  await page.getByRole('button', { name: /Account \u2068?0xf39F/ }).click()
  const answered = page.waitForResponse(/sign-out$/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await has(page, 'session', /^signedOut$/)
  await answered
  await page.reload()
  await has(page, 'session', /^signedOut$/)

  expect(new Set(asked)).toEqual(
    new Set(['POST tako/sign-in', 'POST tako/token', 'POST tako/sign-out']),
  )
  // The API received one refresh: the relay answered the reload from the cookie.
  expect(upstream.emulator.controls.tako.counters()).toMatchObject({
    signIns: 1,
    requests: 1,
    reuses: 0,
  })
  expect(complaints).toEqual([])
})

test('default: in at most 15 lines, by Playwright’s own runner', async () => {
  const { lines, stats } = await runSpec('next', next.url)
  expect(lines).toBeLessThanOrEqual(15)
  expect(stats).toMatchObject({ expected: 1, unexpected: 0, flaky: 0, skipped: 0 })
})

test('behavior: a missing secret is found when the server starts, and not by its first user', async () => {
  const health = await fetch(`${next.url}/auth/healthz`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])

  const broken = await serveNext({ folder, env: env() })
  try {
    await expect.poll(broken.output).toContain('secret')
    expect(broken.output()).toContain('config/invalid')
    const answer = await fetch(`${broken.url}/auth/healthz`).catch(() => undefined)
    expect(answer?.status ?? 500).toBe(500)
  } finally {
    await broken.close()
  }
})
