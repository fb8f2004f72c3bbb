import { openDatabase, rowStore } from './openDatabase.ts'
import type { RowTable } from './RowTable.ts'
import { untilHung } from './untilHung.ts'
import type { Within } from './Within.ts'

/** Rows in IndexedDB: only its readwrite transactions order writes across tabs. `onReopen`: the database may be a new one. */
export async function idbRows(
  name: string,
  onReopen?: () => void,
): Promise<RowTable & { within: Within }> {
  let database = await openDatabase(name)

  /** Runs a transaction. If the browser closed the database because its data was cleared, it is opened again. */
  async function within<result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore, done: (result: result) => void) => void,
    storeName = rowStore,
  ): Promise<result> {
    const begin = () => database.transaction(storeName, mode)
    let transaction: IDBTransaction
    try {
      transaction = begin()
    } catch {
      database = await openDatabase(name)
      onReopen?.()
      transaction = begin()
    }
    return new Promise((resolve, reject) => {
      let answer: result
      const stop = untilHung((error) => {
        try {
          // An abandoned write must not happen later. If `abort` throws, the transaction is finishing and is awaited.
          transaction.abort()
          reject(error)
        } catch {}
      })
      transaction.oncomplete = () => {
        stop()
        resolve(answer)
      }
      transaction.onabort = () => {
        stop()
        reject(transaction.error)
      }
      work(transaction.objectStore(storeName), (result) => {
        answer = result
      })
    })
  }

  /** Reads in order, without an await: a transaction ends when it has no pending requests. */
  function getAll(
    store: IDBObjectStore,
    keys: readonly string[],
    then: (values: unknown[]) => void,
  ) {
    const requests = keys.map((key) => store.get(key))
    const last = requests.at(-1)
    if (last) last.onsuccess = () => then(requests.map((request) => request.result as unknown))
  }

  return {
    within,
    get: (keys) => within('readonly', (store, done) => getAll(store, keys, done)),
    entries: () =>
      within('readonly', (store, done) => {
        const keys = store.getAllKeys()
        const values = store.getAll()
        values.onsuccess = () =>
          done(keys.result.map((key, index) => [key as string, values.result[index] as unknown]))
      }),
    transact: (keys, change) =>
      within('readwrite', (store, done) => {
        getAll(store, keys, (values) => {
          const writes = change(values)
          for (const [key, value] of writes ?? []) {
            if (value === undefined) store.delete(key)
            else store.put(value, key)
          }
          done(writes !== undefined)
        })
      }),
    close: () => database.close(),
  }
}
