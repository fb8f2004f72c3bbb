import type { Browser, BrowserContext, Frame, Page } from 'playwright'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { launchShell } from './harness/launchShell.ts'
import type { PageServer } from './harness/serveFiles.ts'
import { servePage } from './harness/servePage.ts'
import { serveRelayed } from './harness/serveRelayed.ts'
import './page/TabKit.ts'

const wallet = privateKeyToAccount(`0x${'1'.repeat(64)}`)
let browser: Browser
let elsewhere: PageServer

beforeAll(async () => {
  browser = await launchShell()
  elsewhere = await servePage()
})
afterAll(async () => {
  await browser?.close()
  await elsewhere?.close()
})

async function open(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: Parameters<typeof serveRelayed>[0] = {},
) {
  const server = await serveRelayed(options)
  onTestFinished(server.close)
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  await context.exposeFunction('signFor', (message: string) => wallet.signMessage({ message }))
  return { server, context }
}

async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => 'kit' in window)
  return page
}

const signIn = (page: Page | Frame) =>
  page.evaluate((address) => window.kit.signIn(address), wallet.address)

describe('a tab that is closed while its renewal is upstream', () => {
  test.for([
    ['an answer that reaches the browser', false],
    ['an answer that is lost on the way', true],
  ] as const)('behavior: %s: signed in when it comes back', async ([, isLost], test) => {
    const { server, context } = await open(test)
    const page = await openTab(context, server.address())
    expect(await signIn(page)).toMatchObject({ ok: true, value: { status: 'signedIn' } })
    const { reached, letGo } = server.holdAnswer()
    await page.evaluate(() => void window.kit.refresh())
    await reached
    await page.close()
    if (isLost) server.dropAnswers()
    letGo()
    await server.settled()

    for (const awayMs of [31_000, 3_600_000]) {
      server.advance(awayMs)
      const back = await openTab(context, server.address())
      await back.evaluate(() => window.kit.restore())
      expect(await back.evaluate(() => window.kit.token())).toMatchObject({ ok: true })
      expect(await back.evaluate(() => window.kit.session())).toMatchObject({
        status: 'signedIn',
        hasToken: true,
      })
      await back.close()
    }
    expect(server.counters().reuses).toBe(0)
  })
})

describe('in a frame of another site', () => {
  /** The dapp in a frame: the page around it is of 127.0.0.1, the dapp of localhost. */
  async function openFrame(test: Pick<TestContext, 'onTestFinished'>, isPartitioned: boolean) {
    const { server, context } = await open(test, { partitionedCookies: isPartitioned })
    const page = await context.newPage()
    await page.goto(`${elsewhere.url}/elsewhere`)
    await page.evaluate((address) => {
      const frame = document.createElement('iframe')
      frame.src = address
      document.body.append(frame)
    }, server.address('memory'))
    const element = await page.waitForSelector('iframe')
    const frame = await element.contentFrame()
    if (!frame) throw new Error('The frame has no page.')
    await frame.waitForFunction(() => 'kit' in window)
    return { frame, server }
  }

  test('default: an error at once, and nobody was called signed in', async (context) => {
    const { frame, server } = await openFrame(context, false)
    const answer = await frame.evaluate(async (address) => {
      const statuses: string[] = []
      const watching = window.kit
        .until({ status: 'signedIn' })
        .then(() => statuses.push('signedIn'))
      void watching
      const settled = await window.kit.signIn(address)
      return { settled, statuses, session: window.kit.session(), warnings: window.kit.warnings }
    }, wallet.address)
    expect(answer).toMatchObject({
      settled: { ok: false, code: 'config/invalid' },
      statuses: [],
      session: { status: 'signedOut', errorCode: 'config/invalid' },
      warnings: [expect.stringContaining('partitionedCookies')],
    })
    // That the cookie did not come back, the relay says by itself.
    expect(server.counters().requests).toBe(0)
  })

  test('parameters: partitionedCookies: signed in, and it lasts', async (context) => {
    const { frame } = await openFrame(context, true)
    expect(await signIn(frame)).toMatchObject({ ok: true, value: { status: 'signedIn' } })
    expect(await frame.evaluate(() => window.kit.refresh())).toMatchObject({ ok: true })
    expect(await frame.evaluate(() => window.kit.warnings)).toEqual([])
  })
})
