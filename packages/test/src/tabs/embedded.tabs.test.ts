import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { setupStages } from './harness/setupStages.ts'
import './page/TabKit.ts'

const open = setupStages()
const [alice, bob] = [
  '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
  '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
]

test('behavior: in a frame of another site, whose storage is apart or refused: a session of its own, and neither disturbs the other', async (context) => {
  const { api, openTab, address, context: browser } = await open(context)
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
  // Chromium gives it a partition, or nothing where third parties may store nothing: then it is told once.
  const warnings = await frame.evaluate(() => window.kit.warnings)
  expect(warnings.filter((text) => !/kept in memory/.test(text))).toEqual([])
  expect(warnings.length).toBeLessThanOrEqual(1)
})
