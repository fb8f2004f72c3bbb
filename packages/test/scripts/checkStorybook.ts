import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../src/browser/findChromium.ts'

/** Builds Storybook to files, and opens its frame and a story with nothing else to ask. Text has its home in `apps/docs`. */
const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'takokit-storybook-'))
const origin = 'http://storybook.invalid'
const complaints: string[] = []

try {
  const built = spawnSync(
    process.execPath,
    ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--quiet', '--output-dir', folder],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e8 },
  )
  if (built.status !== 0) throw new Error(built.stdout + built.stderr)
  await visit()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0

async function visit(): Promise<void> {
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, { id: string; type: 'story' | 'docs' }>
  }
  const { executablePath, env } = await findChromium()
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumFlags],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  const page = await browser.newPage()
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`))
  await page.route('**/*', (route) => {
    const { origin: asked, pathname } = new URL(route.request().url())
    const path = join(folder, pathname === '/' ? 'index.html' : decodeURIComponent(pathname))
    if (asked === origin && existsSync(path)) return route.fulfill({ path })
    complaints.push(`${page.url()} asked for ${route.request().url()}`)
    return route.abort()
  })
  const all = Object.values(entries)
  const story = all.find(({ type }) => type === 'story')
  if (!story) throw new Error('There is no story.')
  await page.goto(`${origin}/?path=/story/${story.id}`)
  await page.frameLocator('#storybook-preview-iframe').getByRole('button').first().waitFor()
  await page.goto(`${origin}/iframe.html?viewMode=story&id=${story.id}`)
  await page.getByRole('button').first().waitFor()
  await browser.close()
  // The first page is the component, its code and its states.
  for (const { id, type } of all)
    if (type === 'docs' && id !== 'start-here--docs')
      complaints.push(`${id} is a page of text, which belongs to apps/docs`)
  console.log(`${all.length} stories`)
}
