import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest'
import { launchFull, whyNoFull } from './harness/launchFull.ts'
import { launchShell } from './harness/launchShell.ts'
import { openStage } from './harness/openStage.ts'
import type { PageServer } from './harness/serveFiles.ts'
import { servePage } from './harness/servePage.ts'
import './page/TabKit.ts'

let pages: PageServer
beforeAll(async () => {
  pages = await servePage()
})
afterAll(() => pages?.close())

/** Chromium refuses third parties their storage in a private window, and gives them a partition in others. */
const launch = {
  async refused() {
    const browser = await launchShell()
    return { context: await browser.newContext(), close: () => browser.close() }
  },
  // Playwright's own switches turn partitions off.
  apart: launchFull,
}
const kinds = (['refused', 'apart'] as const).filter((kind) => kind !== 'apart' || !whyNoFull)

async function open(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  kind: keyof typeof launch,
) {
  const { context, close } = await launch[kind]()
  onTestFinished(close)
  const stage = await openStage({ context, pages })
  onTestFinished(stage.close)
  return stage
}
const [alice, bob] = [
  '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
]

test.for(kinds)(
  'behavior: in a frame of another site, whose storage is %s: a session of its own, and neither disturbs the other',
  async (kind, context) => {
    const { api, openTab, address, context: browser } = await open(context, kind)
    const host = createServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<iframe src="${address().replaceAll('&', '&amp;')}"></iframe>`)
    }).listen(0, '127.0.0.1')
    await once(host, 'listening')
    context.onTestFinished(() => {
      host.close()
      host.closeAllConnections()
    })
    const tab = await openTab()
    await tab.evaluate((tokens) => window.kit.start(tokens), await api.issue(alice))

    const embedder = await browser.newPage()
    // By name it is another site than by number.
    await embedder.goto(`http://localhost:${(host.address() as AddressInfo).port}/`)
    await expect.poll(() => embedder.frames().length).toBe(2)
    const [, frame] = embedder.frames() as [unknown, ReturnType<typeof embedder.mainFrame>]
    await frame.waitForFunction(() => 'kit' in window)
    expect(await frame.evaluate(() => window.kit.restore())).toMatchObject({
      status: 'signedOut',
      hasToken: false,
    })
    await frame.evaluate((tokens) => window.kit.start(tokens), await api.issue(bob))
    expect(await frame.evaluate(() => window.kit.refresh())).toMatchObject({ ok: true })
    expect(await tab.evaluate(() => window.kit.session())).toMatchObject({ account: alice, gen: 1 })

    await tab.evaluate(() => window.kit.signOut())
    expect(await frame.evaluate(() => window.kit.session())).toMatchObject({
      status: 'signedIn',
      account: bob,
      gen: 2,
    })
    const warnings = await frame.evaluate(() => window.kit.warnings)
    expect(warnings).toEqual(
      kind === 'apart'
        ? []
        : [expect.stringMatching(/cannot be stored here, and end with the page/)],
    )
    // A partition lasts, and other pages of the embedding site share it.
    await embedder.reload()
    const [, again] = embedder.frames() as [unknown, typeof frame]
    await again.waitForFunction(() => 'kit' in window)
    expect(await again.evaluate(() => window.kit.restore())).toMatchObject(
      kind === 'apart' ? { status: 'signedIn', account: bob, gen: 2 } : { status: 'signedOut' },
    )
    expect(await tab.evaluate(() => window.kit.restore())).toMatchObject({ status: 'signedOut' })
  },
)
