/** Named rows with one atomic operation. */
export interface RowTable {
  get: (keys: readonly string[]) => Promise<unknown[]>
  entries: () => Promise<[key: string, value: unknown][]>
  /**
   * Reads, decides and writes in one step; `change` is synchronous. It answers with the rows to put (`undefined` deletes),
   * or with `undefined` to leave all as it is.
   */
  transact: (
    keys: readonly string[],
    change: (values: unknown[]) => Map<string, unknown> | undefined,
  ) => Promise<boolean>
  close: () => void
}
