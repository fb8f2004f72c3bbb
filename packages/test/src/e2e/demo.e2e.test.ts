import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { launchDemo } from './launchDemo.ts'
import { axeViolations } from '../tabs/harness/axeViolations.ts'
import { type Layout, layoutOf } from './layoutOf.ts'

const demo = launchDemo()

/** The wallet's own window. */
const approval = (page: Page) => page.locator('[data-takokit-approval]')
const approve = (page: Page) => approval(page).getByRole('button', { name: 'Approve' }).click()
const reject = (page: Page) => approval(page).getByRole('button', { name: 'Reject' }).click()
const state = (page: Page, provider = 'tako') => page.getByTestId(`${provider}-state`)
const text = (page: Page, wanted: string | RegExp) => page.getByText(wanted).first().waitFor()
const hero = (page: Page) => page.locator('.hero')
const start = (page: Page) => hero(page).getByRole('button', { name: 'Sign in' }).click()
const makeWallet = (page: Page, label: string) => page.getByRole('button', { name: label }).click()

async function isState(page: Page, wanted: string, provider = 'tako') {
  await expect
    .poll(() => state(page, provider).textContent(), { timeout: 15_000 })
    .toContain(wanted)
}

async function signIn(page: Page) {
  await start(page)
  await approve(page)
  await page.locator('[data-takokit-approval]').getByText('ACCOUNT:').waitFor()
  await approve(page)
  await isState(page, 'Signed in')
}

const widths = [320, 390, 768, 1280]
const drawnWell = widths.map((width) => ({ cut: [], holes: [], wrapped: [], scrollWidth: width }))

async function layouts(page: Page): Promise<Layout[]> {
  const found = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    found.push(await layoutOf(page))
  }
  return found
}

describe('the demo', () => {
  test.each(['sign-in', 'providers', 'own-backend'])(
    'behavior: page #%s has no hole, cuts nothing off and does not scroll sideways, from 320 to 1280 px',
    async (name) => {
      const page = await demo.open(`/#${name}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await layouts(page)).toEqual(drawnWell)
    },
  )

  test('behavior: signed in it has no hole either, and small code can be read whole', async () => {
    const page = await demo.open()
    await signIn(page)
    expect(await layouts(page)).toEqual(drawnWell)
    await page.setViewportSize({ width: 320, height: 700 })
    const install = page.getByRole('region', { name: 'The command that installs it' })
    const code = page.getByRole('region', { name: 'The code of this button' })
    for (const box of [install, code]) {
      expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
      await box.focus()
      await page.keyboard.press('End')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
    }
  })

  test('default: before a press the hero shows the open dialog, which is only looked at, in the look of the page', async () => {
    const page = await demo.open()
    const shown = page.frameLocator('.shown iframe')
    const dialog = shown.locator('.takokit-dialog')
    await shown.getByRole('button', { name: 'Harbour' }).waitFor()
    const card = await dialog.boundingBox()
    const code = await page.locator('.snippet').boundingBox()
    expect(card?.width).toBe(360)
    // Over the foot of the code, and over none of its text but the last bracket.
    expect(
      card && code && card.y < code.y + code.height && card.y > code.y + code.height - 48,
    ).toBe(true)

    expect(await page.getByRole('dialog').count()).toBe(0)
    const active = () => page.evaluate(() => document.activeElement?.tagName)
    expect(await active()).toBe('BODY')
    await page.getByRole('button', { name: 'Copy the command' }).focus()
    // The code is next: a frame that took the focus would be between.
    for (const next of ['PRE', 'INPUT']) {
      await page.keyboard.press('Tab')
      expect(await active()).toBe(next)
    }
    // Somebody who types in the page moves it nowhere.
    await page.getByLabel('Bid').focus()
    expect(await dialog.getAttribute('style')).toBeNull()

    const roundness = () => dialog.evaluate((element) => getComputedStyle(element).borderRadius)
    expect(await roundness()).toBe('18px')
    await page.getByLabel('Your brand').check()
    await expect.poll(roundness).toBe('39px')
    const surface = () => dialog.evaluate((element) => getComputedStyle(element).backgroundColor)
    const light = await surface()
    await page.getByLabel('Dark').check()
    await expect.poll(surface).not.toBe(light)

    await start(page)
    await expect
      .poll(() => page.locator('.shown').evaluate((element) => getComputedStyle(element).opacity))
      .toBe('0')
  })

  test('behavior: axe finds nothing in it, light and dark', async () => {
    const page = await demo.open()
    await page.frameLocator('.shown iframe').getByRole('button', { name: 'Harbour' }).waitFor()
    for (const theme of ['Light', 'Dark']) {
      await page.getByLabel(theme).check()
      expect(await axeViolations(page)).toEqual([])
    }
  })

  test('default: each sentence of the headline is a block, and the timeline runs before anybody signs in', async () => {
    const page = await demo.open()
    const lines = page.locator('h1 > span')
    const boxes = await lines.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    expect(boxes.map(({ left }) => left)).toEqual([boxes[0]?.left, boxes[0]?.left])
    expect(boxes[1]?.top).toBeGreaterThanOrEqual(boxes[0]?.bottom ?? Number.NaN)
    await text(page, 'Press Sign in, and it runs')
    expect(await page.getByText('Tokens live for').count()).toBe(1)

    const ghosts = page.locator('.track .ghosts')
    const moves = () => ghosts.evaluate((element) => element.getAnimations().length)
    expect(await moves()).toBe(0)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await moves()).toBe(1)
  })

  test('default: signs in, calls, is refreshed twice in the background, signs out', async () => {
    const page = await demo.open()
    await page.clock.install()
    await page.reload()
    await signIn(page)

    await page.getByRole('button', { name: 'Ignore this bid' }).click()
    await expect
      .poll(() => page.getByTestId('answer').textContent())
      .toContain('update ignore info of 70 to true succeed')

    for (const refreshes of ['1', '2']) {
      // After the latest soft deadline, 85 % of an hour, and before callers must wait.
      await demo.control({ action: 'advanceClock', ms: 3_200_000 })
      await page.clock.fastForward(3_200_000)
      await expect.poll(() => page.getByTestId('tako-gen').textContent()).toBe(refreshes)
    }
    await page.getByRole('button', { name: 'Ignore this bid' }).click()
    await expect.poll(() => page.getByTestId('answer').textContent()).toContain('HTTP 200')

    await hero(page)
      .getByRole('button', { name: /Account/ })
      .click()
    await page
      .getByRole('menuitem', { name: 'Sign out' })
      .or(page.getByRole('button', { name: 'Sign out' }))
      .first()
      .click()
    await isState(page, 'Signed out')
    await hero(page).getByRole('button', { name: 'Sign in' }).waitFor()
  })

  test('behavior: after a reload, signed in without a prompt', async () => {
    const page = await demo.open()
    await signIn(page)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.reload()
    await isState(page, 'Signed in')
    // A call is answered: whatever the reload had to ask for was asked by then.
    await page.getByRole('button', { name: 'Ignore this bid' }).click()
    await expect.poll(() => page.getByTestId('answer').textContent()).toContain('HTTP 200')
    expect(await approval(page).getByRole('button').count()).toBe(0)
    expect(sent.filter((url) => url.includes('/v2/token'))).toEqual([])
  })

  test('behavior: rejected, then accepted', async () => {
    const page = await demo.open()
    await start(page)
    await approve(page)
    await approval(page).getByText('ACCOUNT:').waitFor()
    await reject(page)
    await text(page, 'Request canceled. Nothing was signed.')
    await isState(page, 'Signed out')
    await start(page)
    await approval(page).getByText('ACCOUNT:').waitFor()
    await approve(page)
    await isState(page, 'Signed in')
  })

  test('behavior: another account signed: caught before anything is sent', async () => {
    const page = await demo.open()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await makeWallet(page, 'signs with another account')
    await start(page)
    await approve(page)
    await approval(page).getByText('ACCOUNT:').waitFor()
    await approve(page)
    await text(page, /Another account signed/)
    expect(sent.filter((url) => url.includes('/v2/token'))).toEqual([])
    await isState(page, 'Signed out')
  })

  test('behavior: cancelled, then approved late: dropped', async () => {
    const page = await demo.open()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await makeWallet(page, 'answers late')
    await start(page)
    await approve(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await isState(page, 'Signed out')
    await approval(page).getByRole('button').first().click()
    await approve(page)
    await expect.poll(() => approval(page).getByRole('button', { name: 'Approve' }).count()).toBe(0)
    await isState(page, 'Signed out')
    expect(sent.filter((url) => url.includes('/v2/token'))).toEqual([])
  })

  test('behavior: the provider is down, then up: one signature is enough', async () => {
    const page = await demo.open()
    await page.clock.install()
    await page.reload()
    await demo.control({
      action: 'failNext',
      provider: 'tako',
      fault: '500',
      times: 2,
      route: 'signIn',
    })
    await start(page)
    await approve(page)
    await approval(page).getByText('ACCOUNT:').waitFor()
    await approve(page)
    await text(page, /Trying again/)
    await page.clock.fastForward(10_000)
    await text(page, /Trying again/)
    await page.clock.fastForward(20_000)
    await isState(page, 'Signed in')
  })

  test('behavior: signing out in one tab reaches the other', async () => {
    const one = await demo.open()
    await signIn(one)
    const other = await demo.open()
    await isState(other, 'Signed in')
    await hero(one)
      .getByRole('button', { name: /Account/ })
      .click()
    await one
      .getByRole('menuitem', { name: 'Sign out' })
      .or(one.getByRole('button', { name: 'Sign out' }))
      .first()
      .click()
    await isState(other, 'Signed out')
  })

  test('behavior: after Back the test wallet’s window does not block the chooser', async () => {
    const page = await demo.open()
    await page.evaluate(() => {
      const info = { uuid: 'other', name: 'Other Wallet', icon: '', rdns: 'com.example.other' }
      const provider = { request: () => new Promise(() => {}), on() {}, removeListener() {} }
      const detail = Object.freeze({ info, provider })
      const tell = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
      addEventListener('eip6963:requestProvider', tell)
      tell()
    })
    await start(page)
    const wallet = (name: string) => page.getByRole('dialog').getByRole('button', { name })
    await wallet('Test Wallet').click()
    await approval(page).getByRole('button', { name: 'Approve' }).waitFor()

    // Beside the wallet's window, and above the page.
    await page.getByRole('button', { name: 'Back' }).click()

    // Each can be pressed, and none is covered.
    for (const name of ['Other Wallet', 'Test Wallet']) await wallet(name).click({ trial: true })
    const folded = approval(page).getByRole('button', { name: '1 request open' })
    await expect.poll(() => folded.count()).toBe(1)

    // Chosen again: as MetaMask, it has one window for connecting, which the page says and does not cover.
    await wallet('Test Wallet').click()
    await text(page, 'Your wallet already has a request open. Look for its window.')
    // Inert below the page's modal, it takes its press all the same.
    await folded.click({ force: true })
    await approve(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click()
    await approval(page).getByText('ACCOUNT:').waitFor()
    await approve(page)
    await isState(page, 'Signed in')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })
})

test.each(['light', 'dark'])(
  'default: the moving picture of the README is drawn by a browser: %s',
  async (theme) => {
    const page = await demo.open()
    const file = resolve(import.meta.dirname, `../../../../apps/demo/picture-${theme}.webp`)
    const width = await page.evaluate(
      async (base64) => {
        const image = new Image()
        image.src = `data:image/webp;base64,${base64}`
        await image.decode()
        return image.naturalWidth
      },
      readFileSync(file, 'base64'),
    )
    expect(width).toBe(1200)
  },
)
