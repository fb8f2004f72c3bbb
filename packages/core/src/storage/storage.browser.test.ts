import { afterEach, describe, expect, test, vi } from 'vitest'
import { cipherBox } from './cipherBox.ts'
import { idbRows } from './idbRows.ts'
import { memoryStorage } from './memoryStorage.ts'
import { keyStore, openDatabase, rowStore } from './openDatabase.ts'
import { describeStorage, key, openFresh, recordOf, tokensOf } from './testing/describeStorage.ts'
import { rawDatabase } from './testing/rawDatabase.ts'
import { watchTransactions } from './testing/watchTransactions.ts'
import { vaultStorage } from './vaultStorage.ts'
import { webStorage } from './webStorage.ts'

const itemOf = (namespace: string) => `takokit:${namespace}`

function dumpArea(area: Storage, namespace: string): string {
  return JSON.stringify(Object.entries(area).filter(([name]) => name.startsWith(itemOf(namespace))))
}

describeStorage('vault', {
  create: vaultStorage,
  shared: true,
  survives: true,
  dump: rawDatabase.dump,
  putRow: rawDatabase.put,
  async corruptTokens(namespace) {
    const row = (await rawDatabase.get(namespace, `s:${key}`)) as { sealed: { data: ArrayBuffer } }
    new Uint8Array(row.sealed.data).fill(0, 0, 4)
    await rawDatabase.put(namespace, `s:${key}`, row)
  },
})

describeStorage('memory', { create: memoryStorage, shared: false, survives: false })

describeStorage('web, local', {
  create: () => webStorage('local'),
  shared: true,
  survives: true,
  dump: async (namespace) =>
    dumpArea(localStorage, namespace) + (await rawDatabase.dump(namespace)),
  putRow: rawDatabase.put,
  async corruptTokens(namespace) {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(itemOf(namespace))) localStorage.setItem(name, '{"accessTok')
  },
})

describeStorage('web, session', {
  create: () => webStorage('session'),
  shared: false,
  survives: true,
  dump: async (namespace) => dumpArea(sessionStorage, namespace),
  async putRow(namespace, key, row) {
    const rows = JSON.parse(sessionStorage.getItem(itemOf(namespace)) ?? '[]') as unknown[]
    sessionStorage.setItem(itemOf(namespace), JSON.stringify([...rows, [key, row]]))
  },
})

const start = { record: recordOf() }

describe('vault', () => {
  test('default: what rests is no plain text, and bound to its place', async () => {
    const { store, namespace } = await openFresh(vaultStorage)
    await store.update(key, () => start, tokensOf(1))
    const dump = await rawDatabase.dump(namespace)
    expect(dump).not.toContain(tokensOf(1).accessToken)
    expect(dump).not.toContain('access')
    // It cannot be opened as another account's, session's or generation's.
    const row = (await rawDatabase.get(namespace, `s:${key}`)) as { record: object }
    await rawDatabase.put(namespace, 's:tako:bob', row)
    expect((await store.read('tako:bob')).tokens).toBeUndefined()
    for (const moved of [{ sid: 'sid-2' }, { gen: 2 }]) {
      await rawDatabase.put(namespace, `s:${key}`, { ...row, record: { ...row.record, ...moved } })
      expect((await store.read(key)).tokens).toBeUndefined()
    }
    await rawDatabase.put(namespace, `s:${key}`, row)
    expect((await store.read(key)).tokens).toEqual(tokensOf(1))
  })

  test('default: the key cannot be read out', async () => {
    const { store, namespace } = await openFresh(vaultStorage)
    await store.update(key, () => start, tokensOf(1))
    const keys = (await rawDatabase.keys(namespace)) as CryptoKey[]
    expect(keys).toHaveLength(1)
    for (const one of keys) {
      expect(one).toBeInstanceOf(CryptoKey)
      expect(one.extractable).toBe(false)
      for (const format of ['raw', 'jwk'] as const)
        await expect(crypto.subtle.exportKey(format, one)).rejects.toThrow()
    }
  })

  test('behavior: who loses the race for the first key adopts the winner’s', async () => {
    const { namespace } = await openFresh(vaultStorage)
    const tables = await Promise.all(
      Array.from({ length: 8 }, () => idbRows(`takokit:${namespace}`)),
    )
    const boxes = tables.map(({ within }) => cipherBox(within, keyStore))
    const seal = { key, sid: 'sid-1', gen: 1 }
    const all = await Promise.all(boxes.map((box) => box.seal(tokensOf(1), seal)))
    for (const sealed of all) {
      for (const other of boxes) expect(await other.open(sealed, seal)).toEqual(tokensOf(1))
    }
    expect(await rawDatabase.keys(namespace)).toHaveLength(1)
  })

  test('behavior: no two seals are alike', async () => {
    const { namespace } = await openFresh(vaultStorage)
    const box = cipherBox((await idbRows(`takokit:${namespace}`)).within, keyStore)
    const seal = { key, sid: 'sid-1', gen: 1 }
    const [one, other] = (await Promise.all([
      box.seal(tokensOf(1), seal),
      box.seal(tokensOf(1), seal),
    ])) as { iv: Uint8Array }[]
    expect(one?.iv).not.toEqual(other?.iv)
  })

  test('behavior: where the site’s data was cleared meanwhile, what is written next can be read by all', async () => {
    const { store, namespace, open } = await openFresh(vaultStorage)
    await store.update(key, () => start, tokensOf(1))
    await rawDatabase.delete(namespace)
    expect(await store.read(key)).toEqual({})
    await store.update(key, () => start, tokensOf(1))
    const newcomer = await open()
    expect(await newcomer.read(key)).toMatchObject({ tokens: tokensOf(1) })
    expect(await store.read(key)).toMatchObject({ tokens: tokensOf(1) })
  })
})

describe('web, local', () => {
  test('behavior: tokens of an older generation do not stay behind', async () => {
    const { store, namespace } = await openFresh(() => webStorage('local'))
    for (const gen of [1, 2, 3])
      await store.update(key, () => ({ record: recordOf({ gen }) }), tokensOf(gen))
    await store.update(key, () => undefined, tokensOf(4))
    const slots = Object.keys(localStorage).filter((name) => name.startsWith(itemOf(namespace)))
    expect(slots).toHaveLength(1)
  })

  test('behavior: sign-out also drops what a tab left behind that was closed while it wrote', async () => {
    const { store, namespace } = await openFresh(() => webStorage('local'))
    await store.update(key, () => start, tokensOf(1))
    // The state after `seal`, before a record names the slot.
    const [name = ''] = Object.keys(localStorage).filter((one) => one.startsWith(itemOf(namespace)))
    localStorage.setItem(`${name}-left`, JSON.stringify(tokensOf(2)))
    await store.update(key, ({ record }) => ({
      record: record && { ...record, status: 'signedOut' },
      tombstone: { v: 1, sid: 'sid-1', gen: 2, at: 2_000 },
    }))
    expect(dumpArea(localStorage, namespace)).not.toContain(tokensOf(2).accessToken)
  })
})

describe('web, session', () => {
  test.each(['{"cut', '5', '[5]'])(
    'behavior: what cannot be read counts as nothing, with one warning: %s',
    async (text) => {
      const { store, namespace, warnings } = await openFresh(() => webStorage('session'))
      sessionStorage.setItem(itemOf(namespace), text)
      expect(await store.read(key)).toEqual({})
      expect(await store.list()).toEqual([])
      expect(warnings).toHaveLength(1)
      expect(await store.update(key, () => start, tokensOf(1))).toBe(true)
      expect(await store.read(key)).toMatchObject({ tokens: tokensOf(1) })
      expect(warnings).toHaveLength(1)
    },
  )
})

describe('transactions', () => {
  afterEach(() => vi.restoreAllMocks())

  test.each([
    ['vault', vaultStorage],
    ['web, local', () => webStorage('local')],
  ] as const)('%s: nothing is awaited within one', async (_, create) => {
    const watch = watchTransactions()
    try {
      const { store, namespace } = await openFresh(create)
      await store.update(key, () => start, tokensOf(1))
      await store.update(key, (rows) => ({ ...rows, record: recordOf({ gen: 2 }) }), tokensOf(2))
      await store.update(key, () => undefined)
      await store.updateBudget('tako', (row) => row)
      await store.read(key)
      await store.list()
      await rawDatabase.delete(namespace)
      await store.read(key)
      expect(watch.readwrites()).toBeGreaterThanOrEqual(4)
      expect(watch.violations).toEqual([])
    } finally {
      watch.stop()
    }
  })

  test('behavior: the watch sees one that is used after an await', async () => {
    const { namespace } = await openFresh(vaultStorage)
    const watch = watchTransactions()
    try {
      const database = await openDatabase(`takokit:${namespace}`)
      const store = database.transaction(rowStore, 'readwrite').objectStore(rowStore)
      store.get('a')
      await Promise.resolve()
      store.put(1, 'a')
      database.close()
      expect(watch.violations).toEqual(['put after an await'])
    } finally {
      watch.stop()
    }
  })
})

describe('fallback', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test.each([
    ['vault', vaultStorage],
    ['web, local', () => webStorage('local')],
  ] as const)('%s: memory, with one warning, where IndexedDB is blocked', async (_, create) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Access denied.', 'SecurityError')
    })
    const { store, warnings } = await openFresh(create)
    await store.update(key, () => start, tokensOf(1))
    expect(await store.read(key)).toMatchObject({ tokens: tokensOf(1) })
    expect(store.shared).toBe(false)
    expect(warnings).toEqual([expect.stringContaining('Access denied.')])
  })

  test.each([
    ['vault', vaultStorage],
    ['web, local', () => webStorage('local')],
  ] as const)('%s: memory, with one warning, where IndexedDB never answers', async (_, create) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.spyOn(indexedDB, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest)
    const opening = openFresh(create)
    await vi.advanceTimersByTimeAsync(3_000)
    const { store, warnings } = await opening
    await store.update(key, () => start, tokensOf(1))
    expect(await store.read(key)).toMatchObject({ tokens: tokensOf(1) })
    expect(store.shared).toBe(false)
    expect(warnings).toEqual([expect.stringContaining('does not answer')])
  })

  test('web, session: memory, with one warning, where it is blocked', async () => {
    const property = Object.getOwnPropertyDescriptor(window, 'sessionStorage')
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access denied.', 'SecurityError')
      },
    })
    try {
      const { store, warnings } = await openFresh(() => webStorage('session'))
      await store.update(key, () => start, tokensOf(1))
      expect(await store.read(key)).toMatchObject({ tokens: tokensOf(1) })
      expect(warnings).toEqual([expect.stringContaining('Access denied.')])
    } finally {
      if (property) Object.defineProperty(window, 'sessionStorage', property)
    }
  })

  test('vault: memory, with one warning, where there is no WebCrypto', async () => {
    vi.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as unknown as SubtleCrypto)
    const { store, warnings } = await openFresh(vaultStorage)
    expect(store.shared).toBe(false)
    expect(warnings).toHaveLength(1)
  })
})
