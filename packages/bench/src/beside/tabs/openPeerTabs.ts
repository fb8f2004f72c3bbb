import type { Browser, Page } from 'playwright'
import { type OauthServer, serveOauth } from './serveOauth.ts'
import './page/PeerSession.ts'

/** Tabs of one origin in which an engine shares a session, with a clock that the test drives, and the server that counts. */
export interface PeerTabs {
  tabs: Page[]
  server: OauthServer
  /** All clocks, the server's too, pass the end of the access token. */
  expire: () => Promise<void>
  advance: (ms: number) => Promise<void>
  /** Each of these tabs asks for a token: how many got one that the server accepts. */
  ask: (tabs?: readonly Page[]) => Promise<number>
  close: () => Promise<void>
}

export interface OpenPeerTabsParameters {
  browser: Browser
  /** The page's address. */
  url: string
  engine: string
  count: number
  /** All but the first say that they are hidden. Default: all are visible. */
  isHidden?: boolean
  /** Of an access token. Default: an hour. */
  lifetimeS?: number
}

export async function openPeerTabs({
  browser,
  url,
  engine,
  count,
  isHidden = false,
  lifetimeS = 3_600,
}: OpenPeerTabsParameters): Promise<PeerTabs> {
  const server = await serveOauth({ lifetimeS })
  const context = await browser.newContext()
  await context.clock.install()
  await context.addInitScript(countTimers)
  const options = encodeURIComponent(JSON.stringify({ engine, apiUrl: server.url }))
  const tabs: Page[] = []
  for (let index = 0; index < count; index++) {
    const tab = await context.newPage()
    if (isHidden && index > 0) await tab.addInitScript(hide)
    await tab.goto(`${url}/?options=${options}`)
    await tab.waitForFunction(() => 'peer' in window)
    const tokens = server.issue()
    if (index === 0) await tab.evaluate((tokens) => window.peer.start(tokens), tokens)
    else await tab.evaluate((tokens) => window.peer.resume(tokens), tokens)
    tabs.push(tab)
  }
  server.resetCounts()

  async function advance(ms: number): Promise<void> {
    server.advance(ms)
    // The clock of a context is that of all its pages.
    await context.clock.fastForward(ms)
  }

  return {
    tabs,
    server,
    advance,
    expire: () => advance((server.lifetimeS + 1) * 1_000),
    async ask(asked = tabs) {
      const answers = await Promise.all(
        asked.map(async (tab) => {
          const token = tab.evaluate(() => window.peer.token().catch(() => ''))
          return server.isValid(await within(token, 8_000))
        }),
      )
      return answers.filter(Boolean).length
    },
    async close() {
      await context.close()
      await server.close()
    },
  }
}

/** An engine that never answers has no token. */
function within(promise: Promise<string>, ms: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(''), ms)
  })
  return Promise.race([promise.catch(() => ''), late]).finally(() => clearTimeout(timer))
}

declare global {
  interface Window {
    firedTimers: number
  }
}

/** Counts what the page's timers call, over the clock that the test drives. */
function countTimers(): void {
  window.firedTimers = 0
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const set = window[name].bind(window) as (
      handler: unknown,
      ms?: number,
      ...rest: unknown[]
    ) => number
    window[name] = ((handler: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]) =>
      set(() => {
        window.firedTimers += 1
        handler(...rest)
      }, ms)) as unknown as typeof setTimeout & typeof setInterval
  }
}

function hide(): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
}
