import type { ControlCommand } from '@takokit/emulator'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { chromiumFlags, findChromium } from '../browser/findChromium.ts'
import { serveDemo } from './serveDemo.ts'

/** Opens the built demo in a new browser profile for each test, with the providers reset. Each test file has a server of its own. */
export function launchDemo() {
  let browser: Browser
  let context: BrowserContext
  const complaints: string[] = []
  let server: Awaited<ReturnType<typeof serveDemo>>

  beforeAll(async () => {
    server = await serveDemo()
    const { executablePath, env } = await findChromium()
    browser = await chromium.launch({
      executablePath,
      args: [...chromiumFlags],
      env: { ...(process.env as Record<string, string>), ...env },
    })
  })
  afterAll(async () => {
    server.close()
    await browser.close()
  })

  beforeEach(async () => {
    complaints.length = 0
    for (const action of ['clearFaults', 'resetClock', 'resetCounters'] as const)
      await control({ action })
    await control({ action: 'setLifetimes', accessMs: 3_600_000, refreshMs: 86_400_000 })
    await control({ action: 'setReuse', policy: 'stateless' })
    context = await browser.newContext({ reducedMotion: 'reduce' })
  })
  afterEach(async () => {
    await context.close()
    // A violated policy, a request to a third party, or an uncaught error.
    expect(complaints).toEqual([])
  })

  async function control(command: ControlCommand): Promise<unknown> {
    const response = await fetch(`${server.url}/emulator/__emulator`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify(command),
    })
    if (!response.ok) throw new Error(`${JSON.stringify(command)}: ${await response.text()}`)
    return response.json()
  }

  return {
    control,
    context: () => context,
    async open(path = '/'): Promise<Page> {
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (/content security policy|hydrat|act\(/i.test(message.text()))
          complaints.push(message.text())
      })
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
          complaints.push(`asked ${request.url()}`)
      })
      await page.goto(server.url + path)
      return page
    },
  }
}
