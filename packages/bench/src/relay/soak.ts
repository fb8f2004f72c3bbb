import { heapBytes } from '../heapBytes.ts'
import { print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'

/** Sessions in concurrent use. */
const pages = 50
/** Growth without a leak: caches, compiled code. */
const allowedBytes = 8_000_000

/**
 * Uses the relay without a pause for some minutes (10, or the first argument), and fails where a request does or where memory
 * grows: sessions begin, are renewed and read, and are left alone for others. The provider forgets what it has issued but for
 * the tokens that are good, so that what grows is the relay.
 */
async function soak(minutes: number): Promise<void> {
  const upstream = createInstantUpstream()
  const good = new Set<string>()
  let reuses = 0
  const { begin } = createBenchRelay(async (_, init) => {
    const { refresh_token: presented } = JSON.parse(String(init?.body)) as { refresh_token: string }
    if (!good.delete(presented)) reuses += 1
    const answer = await upstream.fetch()
    const { data } = (await answer.clone().json()) as { data: { refresh_token: string } }
    good.add(data.refresh_token)
    return answer
  })
  function issue() {
    const pair = upstream.issue()
    good.add(pair.refreshToken)
    return pair
  }
  const endsAt = performance.now() + minutes * 60_000
  let done = 0
  let sampledAt = performance.now()
  let settled: number | undefined

  async function use(): Promise<void> {
    while (performance.now() < endsAt) {
      const { renew, read } = await begin(issue())
      for (let round = 0; round < 20 && performance.now() < endsAt; round++) {
        await (round % 4 === 0 ? renew() : read())
        done += 1
        // A page's requests are no busy loop: timers and sockets must run in between.
        if (done % 100 === 0) await new Promise(setImmediate)
      }
    }
  }

  const using = Promise.all(Array.from({ length: pages }, use))
  const sample = setInterval(() => {
    const bytes = heapBytes()
    settled ??= bytes
    const seconds = Math.round((performance.now() - sampledAt) / 1_000)
    sampledAt = performance.now()
    print(`after ${seconds} s more`, `${done} requests, ${(bytes / 1e6).toFixed(1)} MB`)
  }, 30_000)
  await using
  clearInterval(sample)
  const grownBytes = settled === undefined ? 0 : heapBytes() - settled
  print('grown since the first sample', `${(grownBytes / 1e6).toFixed(1)} MB`)
  if (reuses > 0) throw new Error(`${reuses} tokens were presented twice.`)
  const each = grownBytes / Math.max(1, done)
  if (grownBytes > allowedBytes && each > 100)
    throw new Error(`The heap grew by ${grownBytes} bytes, ${Math.round(each)} a request.`)
}

await soak(Number(process.argv[2] ?? 10))
