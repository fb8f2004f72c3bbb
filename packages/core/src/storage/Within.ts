/**
 * Runs a transaction in one object store of the kit's database. `work` makes its requests at once or in the handler of one of
 * them, and calls `done` with the result.
 */
export type Within = <result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, done: (result: result) => void) => void,
  name?: string,
) => Promise<result>
