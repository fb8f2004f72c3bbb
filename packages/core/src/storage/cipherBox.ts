import type { TokenSet } from '../types/TokenSet.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { Seal, TokenBox } from './TokenBox.ts'
import type { Within } from './Within.ts'

const keyName = 'tokens'
const algorithm = 'AES-GCM'
const answerMs = 3_000

/** Tokens encrypted with AES-GCM, under a key that the browser stores and no script can export (WebCrypto, non-extractable). */
export function cipherBox(within: Within, keyStore: string): TokenBox {
  let adopting: Promise<CryptoKey> | undefined
  const adopted = () =>
    (adopting ??= adoptKey(within, keyStore).catch((cause: unknown) => {
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
    prepare: () => answered(adopted()),
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
async function adoptKey(within: Within, keyStore: string): Promise<CryptoKey> {
  const read = (store: IDBObjectStore, done: (key: CryptoKey | undefined) => void) => {
    const reading = store.get(keyName)
    reading.onsuccess = () => done(reading.result as CryptoKey | undefined)
  }
  const known = await within('readonly', read, keyStore)
  if (known) return known
  const fresh = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const add = (store: IDBObjectStore, done: (key: CryptoKey | undefined) => void) => {
    const adding = store.add(fresh, keyName)
    adding.onerror = (event) => {
      // Another tab has added one: the transaction continues.
      event.preventDefault()
      event.stopPropagation()
    }
    read(store, done)
  }
  return (await within('readwrite', add, keyStore)) as CryptoKey
}
