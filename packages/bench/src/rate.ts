/** How often a task runs in a second, over at least half a second after warming up. */
export async function rate(task: () => unknown, batch = 1_000): Promise<number> {
  for (let index = 0; index < batch; index++) await task()
  const startedAt = performance.now()
  let done = 0
  while (performance.now() - startedAt < 500) {
    for (let index = 0; index < batch; index++) await task()
    done += batch
  }
  return (done / (performance.now() - startedAt)) * 1_000
}

export function print(name: string, value: string): void {
  console.log(`${name.padEnd(52)} ${value}`)
}

export function perSecond(value: number): string {
  return `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)}/s`
}
