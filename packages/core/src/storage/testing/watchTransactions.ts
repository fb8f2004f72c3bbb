export interface TransactionWatch {
  /** The number of readwrite transactions. */
  readwrites: () => number
  /** Requests made on a transaction that may have ended, because something was awaited. */
  violations: string[]
  stop: () => void
}

/**
 * Checks that every request of an IndexedDB transaction is made in the call that begins it, or in the handler of one of its
 * earlier requests. Chromium permits more than the specification (W3C Indexed Database API, "active").
 */
export function watchTransactions(): TransactionWatch {
  const open = new Set<IDBTransaction>()
  const violations: string[] = []
  const undo: (() => void)[] = []
  let readwrites = 0

  /** Open until the running code reaches its first await: this microtask runs before the code that follows the await. */
  function openNow(transaction: IDBTransaction | null): void {
    if (!transaction) return
    open.add(transaction)
    queueMicrotask(() => open.delete(transaction))
  }

  function wrap<target extends object, name extends keyof target & string>(
    target: target,
    name: name,
    around: (original: target[name]) => target[name],
  ): void {
    const original = target[name]
    target[name] = around(original)
    undo.push(() => {
      target[name] = original
    })
  }

  wrap(
    IDBDatabase.prototype,
    'transaction',
    (original) =>
      function (this: IDBDatabase, ...rest) {
        const transaction = original.apply(this, rest)
        if (transaction.mode === 'readwrite') readwrites += 1
        openNow(transaction)
        return transaction
      },
  )
  for (const name of ['get', 'getAll', 'getAllKeys', 'put', 'add', 'delete', 'clear'] as const)
    wrap(
      IDBObjectStore.prototype,
      name,
      (original) =>
        function (this: IDBObjectStore, ...rest: unknown[]) {
          if (!open.has(this.transaction)) violations.push(`${name} after an await`)
          return Reflect.apply(original, this, rest) as IDBRequest
        } as typeof original,
    )
  for (const name of ['onsuccess', 'onerror'] as const) {
    const property = Object.getOwnPropertyDescriptor(IDBRequest.prototype, name)
    if (!property?.set) throw new Error(`IDBRequest.prototype.${name} cannot be watched.`)
    Object.defineProperty(IDBRequest.prototype, name, {
      ...property,
      set(this: IDBRequest, handler: ((event: Event) => void) | null) {
        property.set?.call(
          this,
          handler &&
            function (this: IDBRequest, event: Event) {
              openNow(this.transaction)
              handler.call(this, event)
            },
        )
      },
    })
    undo.push(() => Object.defineProperty(IDBRequest.prototype, name, property))
  }
  return {
    readwrites: () => readwrites,
    violations,
    stop: () => {
      for (const one of undo) one()
    },
  }
}
