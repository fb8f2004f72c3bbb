import type { TokenSet } from '../types/TokenSet.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { Seal, TokenBox } from './TokenBox.ts'

const keyName = 'tokens'
const algorithm = 'AES-GCM'
const answerMs = 3_000

/** Tokens encrypted with AES-GCM, under a key that the browser stores and no script can export (WebCrypto, non-extractable). */
export function cipherBox(openDatabase: () => Promise<IDBDatabase>, keyStore: string): TokenBox {
  let adopting: Promise<CryptoKey> | undefined
  const adopted = () =>
    (adopting ??= adoptKey(openDatabase, keyStore).catch((cause: unknown) => {
      adopting = undefined
      throw cause
    }))
  /** A WebCrypto call that never settles fails like a refused one, so that its callers continue. */
  const answered = <value>(call: Promise<value>): Promise<value> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('WebCrypto does not answer.')), answerMs)
      call.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  const additionalData = ({ key: name, sid, gen }: Seal) =>
    new TextEncoder().encode(JSON.stringify([name, sid, gen]))
  return {
    async seal(tokens, seal) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const parameters = { name: algorithm, iv, additionalData: additionalData(seal) }
      const plain = new TextEncoder().encode(JSON.stringify(tokens))
      const key = await answered(adopted())
      return { iv, data: await answered(crypto.subtle.encrypt(parameters, key, plain)) }
    },
    async open(sealed, seal) {
      if (!isRecord(sealed)) return undefined
      const iv = sealed.iv as Uint8Array<ArrayBuffer>
      const parameters = { name: algorithm, iv, additionalData: additionalData(seal) }
      const key = await answered(adopted())
      const opening = crypto.subtle.decrypt(parameters, key, sealed.data as ArrayBuffer)
      try {
        const plain = await answered(opening)
        return JSON.parse(new TextDecoder().decode(plain)) as TokenSet
      } catch {
        return undefined
      }
    },
  }
}

/** The key of this origin. The first tab creates it: `add` succeeds only once, and the other tabs read that key. */
async function adoptKey(
  openDatabase: () => Promise<IDBDatabase>,
  keyStore: string,
): Promise<CryptoKey> {
  const fresh = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const database = await openDatabase()
  try {
    return await new Promise<CryptoKey>((resolve, reject) => {
      const transaction = database.transaction(keyStore, 'readwrite')
      const store = transaction.objectStore(keyStore)
      const adding = store.add(fresh, keyName)
      adding.onerror = (event) => {
        // The key exists already: the transaction continues.
        event.preventDefault()
        event.stopPropagation()
      }
      const reading = store.get(keyName)
      transaction.oncomplete = () => resolve(reading.result as CryptoKey)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}
