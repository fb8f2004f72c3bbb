import { print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'
import { type GetSessionPeer, startGetSessionPeers } from './startGetSessionPeers.ts'

const rounds = 20_000

/**
 * How long a server waits to learn who is signed in, from the cookie, beside others in turn: as a request in an event loop of
 * its own. The relay also looks whether the session was ended.
 */
export async function benchGetSession(): Promise<void> {
  const upstream = createInstantUpstream()
  const { relay, begin } = createBenchRelay(() => upstream.fetch())
  const { cookie } = await begin(upstream.issue())
  const own: GetSessionPeer = {
    label: 'takokit',
    cookie: cookie(),
    read: (request) => relay.getSession(request),
  }
  const nobody = {
    ...own,
    label: 'takokit, nobody is signed in',
    cookie: 'theme=dark; language=en',
  }
  const all = [own, ...(await startGetSessionPeers()), nobody].map((peer) => ({
    ...peer,
    request: new Request('https://dapp.example/', { headers: { cookie: peer.cookie } }),
    times: [] as number[],
  }))
  for (const { label, read, request } of all)
    if (Boolean(await read(request)) === (label === nobody.label))
      throw new Error(`${label} says the wrong thing.`)
  for (let round = 0; round < rounds * 1.1; round++) {
    for (const { read, request, times } of all) {
      const startedAt = performance.now()
      await read(request)
      if (round >= rounds * 0.1) times.push(performance.now() - startedAt)
    }
    if (round % 100 === 0) await new Promise(setImmediate)
  }
  for (const { label, times } of all) {
    times.sort((one, other) => one - other)
    const at = (part: number) => (times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(3)
    print(`getSession, ${label}: p50, p99`, `${at(0.5)} ms, ${at(0.99)} ms`)
  }
}
