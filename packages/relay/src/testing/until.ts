/** Longer than whatever a busy machine needs, and shorter than a test may take: what never comes is told, and not waited for. */
const patienceMs = 30_000

/** Lets everything else go on until something is so. No time of a test's own clock passes by it. */
export async function until(isSo: () => boolean): Promise<void> {
  const begunAt = performance.now()
  while (!isSo()) {
    if (performance.now() - begunAt > patienceMs) throw new Error(`Never came: ${String(isSo)}`)
    await new Promise(setImmediate)
  }
}
