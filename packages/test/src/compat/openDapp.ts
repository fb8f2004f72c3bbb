import type { Browser, Page } from 'playwright'
import type { BuiltDapp } from './buildDapp.ts'
import './dapp/DappKit.ts'

export interface OpenDapp {
  page: Page
  /** Problems that the page reported: console errors and warnings, uncaught errors. */
  complaints: string[]
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

/** Opens a built dapp in a new profile, after `prepare`. No server listens: requests are answered from the bundle. */
export async function openDapp(
  browser: Browser,
  { files }: BuiltDapp,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<OpenDapp> {
  const origin = 'http://localhost'
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.route('**', async (route) => {
    const url = new URL(route.request().url())
    const file = url.origin === origin ? files.get(url.pathname) : undefined
    if (file === undefined) complaints.push(`asked for ${url}`)
    await (file === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({
          body: Buffer.from(file),
          contentType: types[url.pathname.split('.').at(-1) ?? ''] ?? 'text/html',
        }))
  })
  await prepare(page)
  await page.goto(origin)
  return { page, complaints }
}
