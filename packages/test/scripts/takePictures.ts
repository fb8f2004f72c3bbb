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
/** Of the moment of success: the instant, and how long its frame is shown. A reader has longer than a user needs. */
const success = [
  [80, 70],
  [160, 70],
  [400, 1_200],
  [700, 70],
] as const
/** The demo as it is built. */
const asShown = '#root > [data-takokit-devtools] { display: none }'
/** The demo with nothing of it but the dialog, on the violet of the icon. */
const poster = `
  #root { visibility: hidden }
  .takokit-dialog { visibility: visible; zoom: 1.3 !important; margin-inline: auto 52px !important }
  .takokit-dialog::backdrop { background: none !important }
  .poster {
    position: fixed; inset: 0 628px 0 72px; display: grid; align-content: center; gap: 40px;
    color: #fff; font-family: 'Inter Variable', sans-serif;
  }
  .poster p { display: flex; align-items: center; gap: 20px; margin: 0; font-size: 40px; font-weight: 650 }
  .poster img { width: 96px; height: 96px; border-radius: 21px; outline: 2px solid #ffffff59; outline-offset: -2px }
  .poster h1 { margin: 0; font-size: 56px; line-height: 1.08; letter-spacing: -0.03em; font-weight: 680; text-wrap: balance }
  html { background: #5146d6 !important }
  body { background: none !important }
`

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
  await start.click()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(500)
  // The first frame is what stands where nothing moves.
  await shoot(1_200)
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
  await page.locator('html[data-held]').waitFor()
  for (const [atMs, durationMs] of success) {
    await page.evaluate((time) => dispatchEvent(new CustomEvent('hold', { detail: time })), atMs)
    await shoot(durationMs)
  }
  await page.evaluate(() => dispatchEvent(new CustomEvent('hold')))
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
  await page.addInitScript(holdSuccess)
}

/** Stops the moment of success, which is shorter than a picture of a busy machine takes, at the times that are asked for. */
function holdSuccess(): void {
  let held: Animation[] = []
  const isLeaving = ({ effect }: Animation) =>
    (effect as KeyframeEffect).target?.closest('[data-leaving]')
  new MutationObserver(() => {
    if (held.length > 0 || !document.querySelector('.takokit-tick')) return
    held = document.getAnimations().filter(isLeaving)
    for (const animation of held) animation.pause()
    if (held.length > 0) document.documentElement.dataset.held = ''
  }).observe(document, { childList: true, subtree: true })
  addEventListener('hold', (event) => {
    const { detail: time } = event as CustomEvent<number | null>
    for (const animation of held)
      if (time === null) animation.play()
      else animation.currentTime = time
  })
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

/** What a link to the demo shows elsewhere: the brand and the demo's headline, beside its open dialog. */
async function takePreview(): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  await addWallets(page)
  await page.goto(url)
  const headline = await page.locator('.hero h1').innerText()
  await page.locator('.hero').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('dialog').waitFor()
  await page.addStyleTag({ content: asShown + poster })
  await page.evaluate((text) => {
    const words = document.createElement('div')
    words.className = 'poster'
    const icon = document.createElement('img')
    icon.src = '/icon.svg'
    const name = document.createElement('p')
    name.append(icon, 'takokit')
    const title = document.createElement('h1')
    title.textContent = text
    words.append(name, title)
    document.body.append(words)
    return icon.decode()
  }, headline)
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
