import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { chromiumFlags, findChromium } from '../../browser/findChromium.ts'

/** A Chromium that hides, throttles, freezes and caches pages as in normal use. */
export interface FullBrowser {
  /** Its only context: all its pages share one origin's storage. */
  context: BrowserContext
  freeze: (page: Page) => Promise<void>
  thaw: (page: Page) => Promise<void>
  close: () => Promise<void>
}

/** Why tests that need {@link launchFull} cannot run; `undefined` if they can. */
export const whyNoFull =
  (await findChromium()).kind === 'full'
    ? undefined
    : 'the headless shell has no hidden, frozen or cached pages: needs an installed Chromium'

/**
 * Starts Chromium without Playwright's own switches and defaults, which keep every page visible, awake and out of the
 * back/forward cache.
 */
export async function launchFull(): Promise<FullBrowser> {
  const { executablePath, env } = await findChromium()
  const profile = await mkdtemp(join(tmpdir(), 'takokit-tabs-'))
  const browserProcess = spawn(
    executablePath,
    [
      '--headless',
      ...chromiumFlags,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } },
  )
  const kill = () => browserProcess.kill('SIGKILL')
  process.once('exit', kill)

  async function stop(): Promise<void> {
    if (browserProcess.exitCode === null && browserProcess.signalCode === null) {
      const exited = once(browserProcess, 'exit')
      kill()
      await exited
    }
    process.off('exit', kill)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }

  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(browserProcess.stderr), {
      noDefaults: true,
    })
    const [context] = browser.contexts()
    if (!context) throw new Error('Chromium has no default context.')
    const setState = async (page: Page, state: 'frozen' | 'active') => {
      const session = await context.newCDPSession(page)
      await session.send('Page.setWebLifecycleState', { state })
      await session.detach()
    }
    return {
      context,
      freeze: (page) => setState(page, 'frozen'),
      thaw: (page) => setState(page, 'active'),
      async close() {
        await browser.close()
        await stop()
      },
    }
  } catch (cause) {
    await stop()
    throw cause
  }
}

async function debuggerAddress(output: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of output) {
    text += String(chunk)
    const [, address] = /DevTools listening on (ws:\S+)/.exec(text) ?? []
    if (address) {
      // Keeps reading, so that a full pipe never blocks the browser.
      output.resume()
      return address
    }
  }
  throw new Error(`Chromium did not start: ${text}`)
}
