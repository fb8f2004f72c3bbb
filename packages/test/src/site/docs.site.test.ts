import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { axeViolations } from '../tabs/harness/axeViolations.ts'
import { serveFolder } from './serveFolder.ts'
import { traceOf } from './traceOf.ts'

const app = resolve(import.meta.dirname, '../../../../apps/docs')
const built = join(app, 'dist')

let browser: Browser
let site: Awaited<ReturnType<typeof serveFolder>>
beforeAll(async () => {
  const rspress = createRequire(join(app, 'package.json')).resolve('@rspress/core/package.json')
  const program = join(rspress, '../bin/rspress.js')
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
  await promisify(execFile)(process.execPath, [program, 'build'], { cwd: app, env })
  site = await serveFolder(built)
  browser = await launchShell()
}, 180_000)
afterAll(async () => {
  site?.close()
  await browser?.close()
})

/** A page of the site, not yet loaded. What its policy refuses, and what it asks another host, fails the test. */
async function openBlank(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`)
  })
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openBlank(options)
  await page.goto(`${site.url}${path}`)
  return page
}

const started = (page: Page) => page.getByRole('button', { name: 'Expire now' }).first().waitFor()

describe.each([
  ['/index.html', 'Sign in with a wallet'],
  ['/concepts/how-a-token-stays-fresh.html', 'How a token stays fresh'],
  ['/reference/react/TakoSignIn.html', 'TakoSignIn'],
] as const)('%s', (path, title) => {
  test.each(['light', 'dark'] as const)(
    'behavior: axe finds nothing in the %s look',
    async (colorScheme) => {
      const page = await open(path, { colorScheme })
      await started(page)
      expect(await page.locator('h1').first().textContent()).toContain(title)
      expect(await axeViolations(page)).toEqual([])
    },
  )

  test('behavior: at 320 px it does not scroll sideways', async () => {
    const page = await open(path, { viewport: { width: 320, height: 640 } })
    await started(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  test.each([320, 1280])(
    'behavior: at %i px its text is painted before its scripts arrive, and does not move when they do',
    async (width) => {
      const page = await openBlank({ viewport: { width, height: 800 } })
      const held: Route[] = []
      let isHeld = true
      await page.route('**/static/js/**', (route) => {
        if (!isHeld) return route.continue()
        return void held.push(route)
      })
      const { paintedAt, shift } = await traceOf(browser, page, async () => {
        await page.goto(`${site.url}${path}`, { waitUntil: 'commit' })
        await page.waitForFunction(
          () => performance.getEntriesByName('first-contentful-paint').length > 0,
        )
        expect(await page.locator('h1').first().innerText()).toContain(title)
        expect(held.length).toBeGreaterThan(0)
        isHeld = false
        for (const route of held) await route.continue()
        await started(page)
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        )
      })
      expect(paintedAt).toBeGreaterThan(0)
      expect(shift).toBeLessThan(0.02)
    },
  )
})

test('behavior: the trace sees what moves', async () => {
  const page = await openBlank()
  const { shift } = await traceOf(browser, page, async () => {
    await page.goto(`${site.url}/index.html`)
    await started(page)
    await page.evaluate(() => {
      const block = document.createElement('p')
      block.textContent = 'late\n'.repeat(99)
      document.body.prepend(block)
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    })
  })
  expect(shift).toBeGreaterThan(0.02)
})

test('behavior: a live example signs in, with a wallet that rejects first', async () => {
  const page = await open('/reference/react/TakoSignIn.html')
  await page.getByRole('button', { name: 'Reject' }).click()
  const stage = page.locator('.live-stage')
  await stage.getByRole('button', { name: 'Sign in' }).click()
  await stage.getByText('Nothing was signed').waitFor()
  await page.getByRole('button', { name: 'Start again' }).click()
  await stage.getByRole('button', { name: 'Sign in' }).click()
  const wallet = page.locator('[data-takokit-approval]')
  await wallet.getByRole('button', { name: 'Approve' }).click()
  await wallet.getByText('ACCOUNT:').waitFor()
  await wallet.getByRole('button', { name: 'Approve' }).click()
  await stage.getByRole('button', { name: /Account/ }).waitFor()
  expect(await page.locator('.live-log').textContent()).toContain('sessionStarted')
})

test('behavior: without JavaScript the text and the source are there', async () => {
  const page = await open('/reference/react/TakoSignIn.html', { javaScriptEnabled: false })
  const text = await page.locator('main, body').first().innerText()
  expect(text).toContain('Signs in with a wallet')
  expect(text).toContain("import { TakoSignIn } from '@takokit/react'")
})

test('behavior: every page has its Markdown', () => {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => file.endsWith('.html') && !file.includes('404'))
  expect(pages.length).toBeGreaterThan(150)
  expect(pages.filter((file) => !files.includes(file.replace(/html$/, 'md')))).toEqual([])
  const index = readFileSync(join(built, 'llms.txt'), 'utf8')
  expect(index).toContain('/reference/react/useAuthToken.md')
  expect(readFileSync(join(built, 'llms-full.txt'), 'utf8')).toContain('How a token stays fresh')
})

test('behavior: each option’s link leads to its heading, which the search knows', () => {
  const [name = ''] = readdirSync(join(built, 'static')).filter((file) =>
    file.startsWith('search_index'),
  )
  const index = JSON.parse(readFileSync(join(built, 'static', name), 'utf8')) as {
    routePath: string
    toc: { id: string }[]
  }[]
  const searched = new Set(
    index.flatMap(({ routePath, toc }) => toc.map(({ id }) => `${routePath}#${id}`)),
  )
  const list = readFileSync(join(built, 'reference/options.html'), 'utf8')
  const links = [...list.matchAll(/href="(\/reference\/[^"]+)\.html#([^"]+)"/g)]
  expect(links.length).toBeGreaterThan(500)
  const dead = links.filter(
    ([, path, anchor]) =>
      !readFileSync(join(built, `${path}.html`), 'utf8').includes(`id="${anchor}"`) ||
      !searched.has(`${path}#${anchor}`),
  )
  expect(dead.map(([href]) => href)).toEqual([])
})
