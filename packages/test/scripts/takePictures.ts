import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright'
import { chromiumFlags, findChromium } from '../src/browser/findChromium.ts'
import { animatedWebp, type WebpFrame } from './animatedWebp.ts'

/**
 * Takes the README's moving pictures and the demo's preview image from the running demo: `pnpm dev`, then
 * `tsx packages/test/scripts/takePictures.ts http://localhost:5173`.
 */
const [url = 'http://localhost:5173'] = process.argv.slice(2)
const demo = resolve(import.meta.dirname, '../../../apps/demo')
const size = { width: 1200, height: 675 }
/** The demo as it is built. */
const asShown = '#root > [data-takokit-devtools] { display: none }'

const { executablePath, env } = await findChromium()
const browser = await chromium.launch({
  executablePath,
  args: [...chromiumFlags],
  env: { ...(process.env as Record<string, string>), ...env },
})

for (const theme of ['light', 'dark'] as const) {
  const film = await filmSignIn(theme)
  const webp = animatedWebp(size, film)
  writeFileSync(join(demo, `picture-${theme}.webp`), webp)
  console.log(`picture-${theme}.webp: ${film.length} frames, ${Math.round(webp.length / 1024)} kB`)
}
await takePreview()
await browser.close()

/** The whole sign-in, as frames with the time that each is shown. */
async function filmSignIn(theme: 'light' | 'dark'): Promise<WebpFrame[]> {
  const context = await browser.newContext({ viewport: size, colorScheme: theme })
  const page = await context.newPage()
  const encoder = await context.newPage()
  await page.goto(url)
  await addWallets(page)
  await page.reload()
  await page.addStyleTag({ content: asShown })
  await page.bringToFront()
  const frames: WebpFrame[] = []
  const shoot = async (durationMs: number, count = 1) => {
    for (let index = 0; index < count; index++) {
      const png = await page.screenshot({ animations: 'allow' })
      frames.push({ durationMs, data: await toWebp(encoder, png) })
    }
  }
  const approve = page.locator('[data-takokit-approval]').getByRole('button', { name: 'Approve' })
  const start = page.locator('.hero').getByRole('button', { name: 'Sign in' })
  await start.waitFor()
  await page.waitForTimeout(500)
  await shoot(1_400)
  await start.click()
  await shoot(70, 3)
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).hover()
  await shoot(1_000)
  await page.getByRole('dialog').getByRole('button', { name: 'Test Wallet' }).click()
  await shoot(70, 3)
  await approve.waitFor()
  await shoot(1_100)
  await approve.click()
  await shoot(70, 3)
  await page.locator('[data-takokit-approval]').getByText('ACCOUNT:').waitFor()
  await shoot(1_500)
  await approve.click()
  await page.locator('.takokit-tick').waitFor()
  await shoot(180, 3)
  await page.locator('[data-leaving]').waitFor({ state: 'detached' })
  await shoot(1_200)
  await page.getByRole('heading', { name: 'Your session, live' }).scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, size.height / 2)
  for (let index = 0; index < 8; index++) {
    await page.waitForTimeout(2_000)
    await shoot(260)
  }
  await shoot(1_600)
  await context.close()
  return frames
}

async function addWallets(page: Page): Promise<void> {
  // Called by what tsx makes of a function, which it names.
  await page.addInitScript({ content: 'globalThis.__name = (value) => value' })
  await page.addInitScript(announceMore)
}

/** Wallets that a visitor may have, beside the demo's own. */
function announceMore(): void {
  for (const [name, hue] of [
    ['Harbour', 200],
    ['Lantern', 35],
    ['Northwind', 160],
  ] as const) {
    const icon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 70% 45%)"/><circle cx="20" cy="20" r="9" fill="none" stroke="#fff" stroke-width="4"/></svg>`)}`
    const provider = { request: () => new Promise(() => {}), on() {}, removeListener() {} }
    const info = { uuid: name, name, icon, rdns: `com.example.${name.toLowerCase()}` }
    const detail = Object.freeze({ info, provider })
    const tell = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
    addEventListener('eip6963:requestProvider', tell)
    tell()
  }
}

/** What a link to the demo shows elsewhere: its first screen, with the dialog open. */
async function takePreview(): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  await addWallets(page)
  await page.goto(url)
  await page.addStyleTag({ content: asShown })
  await page.locator('.hero').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(demo, 'public/og.png') })
}

async function toWebp(page: Page, png: Buffer): Promise<Uint8Array> {
  const text = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.82).split(',')[1] ?? ''
  }, png.toString('base64'))
  return Buffer.from(text, 'base64')
}
