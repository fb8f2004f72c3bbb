/** How often all of these together get done in a second of this process' CPU, each of them one after the other. */
export async function throughput(tasks: readonly (() => Promise<void>)[], durationMs = 3_000) {
  await Promise.all(tasks.map((task) => task()))
  const startedAt = performance.now()
  const before = process.cpuUsage()
  let done = 0
  await Promise.all(
    tasks.map(async (task) => {
      while (performance.now() - startedAt < durationMs) {
        await task()
        done += 1
      }
    }),
  )
  const { user, system } = process.cpuUsage(before)
  // A crowded machine, or a second core that helps with the cryptography, must not flatter or blame.
  return (done / (user + system)) * 1_000_000
}
