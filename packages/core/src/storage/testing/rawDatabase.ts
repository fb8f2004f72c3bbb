import { keyStore, openDatabase, rowStore } from '../openDatabase.ts'

const nameOf = (namespace: string) => `takokit:${namespace}`

async function within<result>(
  namespace: string,
  store: string,
  work: (store: IDBObjectStore) => IDBRequest<result>,
): Promise<result> {
  const database = await openDatabase(nameOf(namespace))
  try {
    const transaction = database.transaction(store, 'readwrite')
    const request = work(transaction.objectStore(store))
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error)
    })
    return request.result
  } finally {
    database.close()
  }
}

/** The content of the kit's database, read without the kit. */
export const rawDatabase = {
  put: async (namespace: string, key: string, row: unknown) =>
    void (await within(namespace, rowStore, (store) => store.put(row, key))),
  get: (namespace: string, key: string): Promise<unknown> =>
    within(namespace, rowStore, (store) => store.get(key)),
  keys: (namespace: string): Promise<unknown[]> =>
    within(namespace, keyStore, (store) => store.getAll()),
  delete: (namespace: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(nameOf(namespace))
      request.onsuccess = resolve
      request.onerror = () => reject(request.error)
    }),
  /** All rows as text; bytes as Latin-1, so that plain text in them shows. */
  async dump(namespace: string): Promise<string> {
    const [keys, values] = [
      await within(namespace, rowStore, (store) => store.getAllKeys()),
      await within(namespace, rowStore, (store) => store.getAll()),
    ]
    const text = (_: string, value: unknown) => {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value
      return bytes instanceof Uint8Array ? String.fromCharCode(...bytes) : value
    }
    return JSON.stringify([keys, values], text)
  },
}
