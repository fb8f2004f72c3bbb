/** What lives on the heap, and beside it for the heap's sake, once all garbage is collected. */
export function heapBytes(): number {
  if (!globalThis.gc) throw new Error('Memory is measured with `--expose-gc`.')
  for (let round = 0; round < 3; round++) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
