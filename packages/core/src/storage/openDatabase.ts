import { untilHung } from './untilHung.ts'

export const rowStore = 'rows'
export const keyStore = 'keys'

/** Opens the kit's database and creates it if needed. Rejects if storage is blocked or does not answer. */
export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    const stop = untilHung(reject)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(rowStore)
      request.result.createObjectStore(keyStore)
    }
    request.onsuccess = () => {
      stop()
      const database = request.result
      // A newer version of the kit, or the deletion of the site's data, must not wait for this page.
      database.onversionchange = () => database.close()
      resolve(database)
    }
    request.onerror = () => {
      stop()
      reject(request.error)
    }
  })
}
