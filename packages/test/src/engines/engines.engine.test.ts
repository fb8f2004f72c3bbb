import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltDapp, buildDapp } from '../compat/buildDapp.ts'
import type { PageServer } from '../tabs/harness/serveFiles.ts'
import { servePage } from '../tabs/harness/servePage.ts'
import { serveProviders } from '../tabs/harness/serveProviders.ts'
import type { Engine, Tab } from './Engine.ts'
import { type EngineName, launchEngine, missingFor } from './launchEngine.ts'

let dapp: Server
let pages: PageServer
beforeAll(async () => {
  const [built, served] = await Promise.all([buildDapp({ mode: 'production' }), servePage()])
  dapp = await serve(built)
  pages = served
})
afterAll(async () => {
  dapp.close()
  dapp.closeAllConnections()
  await pages.close()
})

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

async function serve({ files }: BuiltDapp): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = files.get(path)
    const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html'
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type }).end(file)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const button = (name: string) => `//button[contains(., '${name}')]`
const textOf = (tab: Tab, id: string) =>
  tab.evaluate(`return document.querySelector('[data-testid="${id}"]')?.textContent ?? ''`)

/** Clicks once it can be clicked: what moves into place is not there yet. */
async function click(tab: Tab, name: string): Promise<void> {
  await expect.poll(() => tab.click(button(name)).then(() => 'clicked', String)).toBe('clicked')
}

describe.each<EngineName>(['firefox', 'webkit'])('%s', (name) => {
  const missing = missingFor(name)
  if (missing) console.log(`${name}: skipped, since ${missing} is not installed`)
  let engine: Engine
  beforeAll(async () => {
    if (!missing) engine = await launchEngine[name]()
  })
  afterAll(() => engine?.close())

  test.skipIf(missing)(
    'default: chooses a wallet, signs in, calls, is renewed, signs out',
    async () => {
      const { port } = dapp.address() as AddressInfo
      const tab = await engine.open(`http://localhost:${port}/`)
      await click(tab, 'Sign in')
      await click(tab, 'Second Wallet')
      await expect.poll(() => textOf(tab, 'session')).toMatch(/^signedIn 0x7099/)
      await click(tab, 'Call')
      await expect.poll(() => textOf(tab, 'answer')).toBe('200')
      const first = await textOf(tab, 'token')
      await click(tab, 'Refresh')
      await expect.poll(() => textOf(tab, 'token')).not.toBe(first)
      await click(tab, '0x7099')
      await click(tab, 'Sign out')
      await expect.poll(() => textOf(tab, 'session')).toBe('signedOut')
      expect(await tab.evaluate('return window.dapp.prompts()')).toEqual([0, 1])
    },
  )

  test.skipIf(missing)(
    'behavior: 4 tabs whose tokens expire together, strict: 10 rotations, 1 request each',
    async () => {
      const api = await serveProviders({
        tako: { reuse: 'strict', accessLifetimeMs: 10_000, rateLimit: false },
      })
      try {
        api.calmAfter(10)
        const timing = { softRatio: 0.05, jitterRatio: 0 }
        const options = JSON.stringify({ apiUrl: api.url, storage: 'vault', timing })
        const url = `${pages.url}/?options=${encodeURIComponent(options)}`
        const tabs: Tab[] = []
        for (let count = 0; count < 4; count++) tabs.push(await engine.open(url))
        await tabs[0]?.evaluate(`await window.kit.start(${JSON.stringify(await api.issue())})`)
        const gens: unknown[] = []
        for (const tab of tabs)
          gens.push(await tab.evaluate('return (await window.kit.until({ gen: 11 })).gen'))
        expect(gens).toEqual([11, 11, 11, 11])
        expect(api.counters()).toMatchObject({
          rotations: 10,
          requests: 10,
          reuses: 0,
          overlaps: 0,
        })
      } finally {
        await api.close()
      }
    },
  )
})
