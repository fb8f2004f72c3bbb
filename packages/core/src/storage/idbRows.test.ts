import { forceCloseDatabase, IDBDatabase as FDBDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idbRows } from './idbRows.ts'
import { openDatabase } from './openDatabase.ts'
import { openFresh, recordOf, tokensOf } from './testing/describeStorage.ts'
import { vaultStorage } from './vaultStorage.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const put = (key: string, value: unknown) => () => new Map([[key, value]])

test('default: reads, decides and writes in one step', async () => {
  const rows = await idbRows('one')
  expect(await rows.transact(['a'], put('a', 1))).toBe(true)
  const seen: unknown[] = []
  await Promise.all(
    [1, 2, 3].map(() =>
      rows.transact(['a', 'b'], (values) => {
        seen.push(values)
        return new Map([['a', Number(values[0]) + 1]])
      }),
    ),
  )
  expect(seen).toEqual([
    [1, undefined],
    [2, undefined],
    [3, undefined],
  ])
  expect(await rows.get(['b', 'a'])).toEqual([undefined, 4])
  expect(await rows.transact(['a'], () => undefined)).toBe(false)
  expect(await rows.entries()).toEqual([['a', 4]])
  expect(await rows.transact(['a'], put('a', undefined))).toBe(true)
  expect(await rows.entries()).toEqual([])
})

test('behavior: a value that cannot be stored rejects, and nothing of the step is written', async () => {
  const rows = await idbRows('one')
  const change = () =>
    new Map<string, unknown>([
      ['a', 1],
      ['b', () => {}],
    ])
  // The browser also reports the error to the page.
  const uncaught = vi.fn()
  process.once('uncaughtException', uncaught)
  await expect(rows.transact(['a'], change)).rejects.toThrow()
  process.off('uncaughtException', uncaught)
  expect(await rows.entries()).toEqual([])
})

test('behavior: a database that the browser closed is opened again, and told of', async () => {
  const opened: IDBDatabase[] = []
  const open = indexedDB.open.bind(indexedDB)
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    const request = open(name, version)
    request.addEventListener('success', () => opened.push(request.result))
    return request
  })
  const onReopen = vi.fn()
  const rows = await idbRows('one', onReopen)
  await rows.transact(['a'], put('a', 1))
  const [database] = opened
  if (database) forceCloseDatabase(database as unknown as Parameters<typeof forceCloseDatabase>[0])
  expect(await rows.get(['a'])).toEqual([1])
  expect(opened).toHaveLength(2)
  expect(onReopen).toHaveBeenCalledTimes(1)
})

test('behavior: does not stand in the way of who deletes the database', async () => {
  const rows = await idbRows('one')
  await rows.transact(['a'], put('a', 1))
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('one')
    request.onsuccess = resolve
    request.onblocked = () => reject(new Error('blocked'))
  })
  expect(await rows.entries()).toEqual([])
  expect(await rows.transact(['a'], put('a', 2))).toBe(true)
})

test('behavior: a database of a later version of the kit is left alone: memory, with one warning', async () => {
  const later = indexedDB.open('takokit:later', 2)
  await new Promise((resolve) => {
    later.onsuccess = resolve
  })
  later.result.close()
  const warnings: string[] = []
  const store = await vaultStorage().open({
    namespace: 'later',
    warn: (message) => warnings.push(message),
  })
  await store.update('tako:alice', () => ({ record: recordOf() }), tokensOf(1))
  expect(await store.read('tako:alice')).toMatchObject({ tokens: tokensOf(1) })
  expect(store.shared).toBe(false)
  expect(warnings).toHaveLength(1)
})

test('behavior: an open that never answers is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest)
  const opening = expect(openDatabase('one')).rejects.toThrow('does not answer')
  await vi.advanceTimersByTimeAsync(3_000)
  await opening
})

/** Transactions that never complete by themselves. */
function hang() {
  const begun: { abort: () => void; oncomplete?: () => void }[] = []
  const get = () => ({})
  vi.spyOn(FDBDatabase.prototype, 'transaction').mockImplementation((() => {
    const transaction = { abort: vi.fn(), objectStore: () => ({ get }) }
    begun.push(transaction)
    return transaction
  }) as never)
  return begun
}

test('behavior: a transaction that never answers is given up, so that it writes nothing later', async () => {
  const rows = await idbRows('one')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const begun = hang()
  const writing = expect(rows.transact(['a'], put('a', 1))).rejects.toThrow('does not answer')
  await vi.advanceTimersByTimeAsync(2_999)
  expect(begun[0]?.abort).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await writing
  expect(begun[0]?.abort).toHaveBeenCalledTimes(1)
})

test('behavior: a transaction that is being written already is waited for', async () => {
  const rows = await idbRows('one')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const begun = hang()
  const reading = rows.get(['a'])
  vi.mocked(begun[0]?.abort as () => void).mockImplementation(() => {
    throw new DOMException('It is being committed.', 'InvalidStateError')
  })
  await vi.advanceTimersByTimeAsync(60_000)
  begun[0]?.oncomplete?.()
  await reading
  expect(begun[0]?.abort).toHaveBeenCalledTimes(1)
})

test('behavior: a machine that slept for longer gives nothing up that is answered once it wakes', async () => {
  const rows = await idbRows('one')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const begun = hang()
  const reading = rows.get(['a'])
  // The timer that was due during sleep fires first.
  await vi.advanceTimersToNextTimerAsync()
  begun[0]?.oncomplete?.()
  await reading
  expect(begun[0]?.abort).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

test('behavior: a key that cannot be kept is told to whoever stores, and tried again', async () => {
  const { store } = await openFresh(vaultStorage)
  const generateKey = vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(new Error('no'))
  const change = () => ({ record: recordOf() })
  await expect(store.update('tako:alice', change, tokensOf(1))).rejects.toThrow('no')
  expect(await store.update('tako:alice', change, tokensOf(1))).toBe(true)
  generateKey.mockRestore()
})
