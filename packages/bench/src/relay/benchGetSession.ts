import type { Relay } from '@takokit/relay'
import { print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'

const rounds = 20_000

/** How long a server waits to learn who is signed in, tokens in the cookie: as a request in an event loop of its own. */
export async function benchGetSession(): Promise<void> {
  const upstream = createInstantUpstream()
  const { relay, begin } = createBenchRelay(() => upstream.fetch())
  const { cookie } = await begin(upstream.issue())
  const [signedIn, signedOut] = [
    await measure(relay, cookie()),
    await measure(relay, 'theme=dark; language=en'),
  ]
  print('getSession, signed in: p50, p99', signedIn)
  print('getSession, nobody is signed in: p50, p99', signedOut)
}

async function measure(relay: Relay<'tako'>, cookie: string): Promise<string> {
  const request = new Request('https://dapp.example/', { headers: { cookie } })
  const times: number[] = []
  for (let round = 0; round < rounds * 1.1; round++) {
    const startedAt = performance.now()
    await relay.getSession(request)
    if (round >= rounds * 0.1) times.push(performance.now() - startedAt)
    if (round % 100 === 0) await new Promise(setImmediate)
  }
  times.sort((one, other) => one - other)
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(3)
  return `${at(0.5)} ms, ${at(0.99)} ms`
}
