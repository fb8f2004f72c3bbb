import type { Page } from 'playwright'
import { describe, expect, test, vi } from 'vitest'
import { findInFolder, holdsText } from './harness/findText.ts'
import { launchProfile } from './harness/launchProfile.ts'
import { openStage } from './harness/openStage.ts'
import { report } from './harness/report.ts'
import { servePage } from './harness/servePage.ts'
import { setupStages } from './harness/setupStages.ts'
import type { TabOptions } from './page/TabOptions.ts'
import './page/TabKit.ts'

const open = setupStages()
const timing = { softRatio: 0.05, jitterRatio: 0 }
const tako = { reuse: 'strict', accessLifetimeMs: 10_000, rateLimit: false } as const

/** Everything that a script of the page's origin can read, as text; bytes as Latin-1. */
function dumpStorages(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const read = <result>(request: IDBRequest<result>) =>
      new Promise<result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store)
        found.push(await read(rows.getAllKeys()), await read(rows.getAll()))
      }
      database.close()
    }
    return JSON.stringify(found, (_, value: unknown) => {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
      return bytes instanceof Uint8Array ? String.fromCharCode(...bytes) : value
    })
  })
}

/** Signs in, lets the tokens rotate once, and searches every storage; after the browser has closed, also its disk. */
async function search(storage: TabOptions['storage']) {
  const pages = await servePage()
  const { folder, context, remove } = await launchProfile()
  try {
    const stage = await openStage({
      context,
      pages,
      providers: { tako },
      tab: { storage, timing },
    })
    try {
      const { api } = stage
      api.calmAfter(1)
      const page = await stage.openTab()
      await page.evaluate((tokens) => window.kit.start(tokens), await api.issue())
      await page.evaluate(() => window.kit.until({ gen: 2 }))
      await page.evaluate(() => window.kit.call())
      // Shows that the search finds values in IndexedDB and sessionStorage, in either encoding.
      const marks = [
        'mark-in-sessionStorage-4711',
        'mark-in-IndexedDB-4711',
        'mark-in-UTF-16-\u20ac4711',
      ]
      await page.evaluate(async ([session = '', database = '', wide = '']) => {
        sessionStorage.setItem('mark', session)
        const request = indexedDB.open('marks', 1)
        request.onupgradeneeded = () => {
          const store = request.result.createObjectStore('marks')
          store.put(database, 1)
          store.put(wide, 2)
        }
        await new Promise((resolve) => {
          request.onsuccess = resolve
        })
        request.result.close()
      }, marks)
      const tokens = [...api.tokens]
      const dump = Buffer.from(await dumpStorages(page))
      const inDump = tokens.filter((token) => holdsText(dump, token))
      // Chromium writes `localStorage` some seconds later, and not always when it closes. Files may vanish while it runs.
      if (inDump.length > 0)
        await vi.waitFor(
          async () => {
            for (const files of await findInFolder(folder, inDump))
              expect(files).not.toHaveLength(0)
          },
          { timeout: 50_000, interval: 500 },
        )
      await context.close()
      const onDisk = await findInFolder(folder, [...tokens, ...marks])
      return {
        tokens,
        inDump,
        onDisk: tokens.filter((_, index) => onDisk[index]?.length),
        marksOnDisk: marks.filter((_, index) => onDisk[tokens.length + index]?.length),
      }
    } finally {
      await stage.close()
    }
  } finally {
    await remove()
    await pages.close()
  }
}

describe.concurrent('no plain token rests in the browser', () => {
  test('default: vault: none in any storage, none in the profile on disk', async () => {
    const { tokens, marksOnDisk, inDump, onDisk } = await search('vault')
    expect(tokens).toHaveLength(4)
    expect(marksOnDisk).toHaveLength(3)
    expect({ inDump, onDisk }).toEqual({ inDump: [], onDisk: [] })
  })

  test('parameters: webStorage: the same search finds it', async () => {
    const { tokens, inDump, onDisk } = await search('local')
    expect(tokens).toHaveLength(4)
    // The pair of the second generation.
    expect(inDump).toEqual(tokens.slice(2))
    expect(onDisk).toEqual(expect.arrayContaining(inDump))
  })
})

describe.concurrent('what tabs share', () => {
  test('behavior: two tabs that race for the first key adopt the same, which no script can read', async (context) => {
    const { api, openTabs } = await open(context, { providers: { tako } })
    const tabs = await openTabs(2)
    const accounts = [
      '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
      '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    ] as const
    const issued = await Promise.all(accounts.map((account) => api.issue(account)))
    await Promise.all(
      issued.map(async (tokens, index) =>
        tabs[index]?.evaluate((tokens) => window.kit.start(tokens), tokens),
      ),
    )
    // Each tab reads what the other wrote.
    for (const tab of tabs)
      for (const account of accounts)
        expect(
          await tab.evaluate(
            (account) => window.kit.until({ account, status: 'signedIn' }),
            account,
          ),
        ).toMatchObject({ hasToken: true })
    const keys = await tabs[0]?.evaluate(async () => {
      const request = indexedDB.open('takokit:default')
      await new Promise((resolve) => {
        request.onsuccess = resolve
      })
      const all = request.result.transaction('keys').objectStore('keys').getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      return Promise.all(
        (all.result as CryptoKey[]).map(async (key) => ({
          extractable: key.extractable,
          exported: await crypto.subtle.exportKey('raw', key).then(
            () => true,
            () => false,
          ),
        })),
      )
    })
    expect(keys).toEqual([{ extractable: false, exported: false }])
  })

  test('parameters: webStorage: 8 tabs see each generation whose slot is named before it is seen', async (context) => {
    const { api, openTabs } = await open(context, {
      providers: { tako },
      tab: { storage: 'local', timing },
    })
    api.calmAfter(5)
    const tabs = await openTabs(8)
    await tabs[0]?.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    const sessions = await Promise.all(
      tabs.map((tab) => tab.evaluate(() => window.kit.until({ gen: 6 }))),
    )
    expect(sessions.map(({ status, hasToken }) => ({ status, hasToken }))).toEqual(
      tabs.map(() => ({ status: 'signedIn', hasToken: true })),
    )
    expect(await report(context, api, tabs)).toEqual({
      requests: 5,
      reuses: 0,
      signedIn: 8,
      tabs: 8,
    })
  })

  test.for([
    ['blocked', 'Access denied'],
    ['hanging', 'does not answer'],
  ] as const)('behavior: IndexedDB %s: memory, with one warning', async ([how, why], context) => {
    const {
      api,
      context: browserContext,
      openTab,
    } = await open(context, {
      providers: { tako },
      tab: { timing },
    })
    await browserContext.addInitScript((how) => {
      IDBFactory.prototype.open = () => {
        if (how === 'blocked') throw new DOMException('Access denied', 'SecurityError')
        return new EventTarget() as IDBOpenDBRequest
      }
    }, how)
    api.calmAfter(1)
    const tab = await openTab()
    await tab.evaluate((tokens) => window.kit.start(tokens), await api.issue())
    expect(await tab.evaluate(() => window.kit.until({ gen: 2 }))).toMatchObject({
      status: 'signedIn',
      hasToken: true,
    })
    expect(await tab.evaluate(() => window.kit.warnings)).toEqual([expect.stringContaining(why)])
    expect(api.counters()).toMatchObject({ requests: 1, reuses: 0 })
  })
})
