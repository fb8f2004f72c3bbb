/** How long an IndexedDB that does not answer is waited for: some never do. */
const openTimeoutMs = 3_000

export const rowStore = 'rows'
export const keyStore = 'keys'

/** Opens the kit's database, made where there is none. Rejects where storage is blocked or does not answer. */
export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    const timer = setTimeout(
      () => reject(new DOMException('IndexedDB does not answer.', 'TimeoutError')),
      openTimeoutMs,
    )
    request.onupgradeneeded = () => {
      request.result.createObjectStore(rowStore)
      request.result.createObjectStore(keyStore)
    }
    request.onsuccess = () => {
      clearTimeout(timer)
      const database = request.result
      // A newer version of the kit, or somebody who clears the site's data, must not wait for this page.
      database.onversionchange = () => database.close()
      resolve(database)
    }
    request.onerror = () => {
      clearTimeout(timer)
      reject(request.error)
    }
  })
}
