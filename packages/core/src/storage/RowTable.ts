/** Named rows with one atomic operation. */
export interface RowTable {
  get: (keys: readonly string[]) => Promise<unknown[]>
  entries: () => Promise<[key: string, value: unknown][]>
  /**
   * Reads, decides and writes in one step; `change` is synchronous. It returns the rows to put (`undefined` deletes a row), or
   * `undefined` to change nothing.
   */
  transact: (
    keys: readonly string[],
    change: (values: unknown[]) => Map<string, unknown> | undefined,
  ) => Promise<boolean>
  close: () => void
}
