/** The heap and the external memory that it refers to, after garbage collection. */
export function heapBytes(): number {
  if (!globalThis.gc) throw new Error('Memory is measured with `--expose-gc`.')
  for (let round = 0; round < 3; round++) globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
