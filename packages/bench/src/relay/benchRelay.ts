import type { TokenSet } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { perSecond, print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'
import { measureMemory } from './measureMemory.ts'
import { median } from '../median.ts'
import { type Throughput, throughput } from './throughput.ts'

/**
 * The cost of the relay between page and provider. The upstream is the emulator in the same process, its own time included,
 * unless stated otherwise.
 */
export async function benchRelay(): Promise<void> {
  // Under `grace` no two tokens are the same, as with a provider that really rotates.
  const emulator = createEmulator({ tako: { rateLimit: false, reuse: 'grace' } })
  const { provider, begin } = createBenchRelay(emulator.fetch)
  const issue = () => emulator.controls.issue('tako')

  const context = {
    fetch: (url: string, init?: RequestInit) => emulator.fetch(url, init),
    now: Date.now,
  }
  const refreshDirectly = (first: TokenSet) => {
    let tokens = first
    return async () => {
      const outcome = await provider.refresh(context, { account: '', tokens })
      if (outcome.type !== 'ok') throw outcome.error
      tokens = outcome.tokens
    }
  }
  const direct = refreshDirectly(toTokens(await issue()))
  const { renew, read } = await begin(await issue())

  // Alternating, so that other load on the machine affects both.
  const times: Record<'direct' | 'relayed' | 'read', number[]> = {
    direct: [],
    relayed: [],
    read: [],
  }
  const calls = { direct, relayed: renew, read }
  for (let round = 0; round < 3_000; round++)
    for (const name of ['direct', 'relayed', 'read'] as const) {
      const startedAt = performance.now()
      await calls[name]()
      if (round >= 500) times[name].push(performance.now() - startedAt)
    }
  const [directMs, relayedMs, readMs] = [
    median(times.direct),
    median(times.relayed),
    median(times.read),
  ]
  print(
    'a relayed refresh over a direct one, median',
    `+${(relayedMs - directMs).toFixed(2)} ms, ${(relayedMs / directMs).toFixed(2)}× its time (${directMs.toFixed(2)} ms)`,
  )
  print('a token that is still good, median', `${readMs.toFixed(2)} ms`)

  const rates = {
    direct: await throughput(await several(async () => refreshDirectly(toTokens(await issue())))),
    relayed: await throughput(await several(async () => (await begin(await issue())).renew)),
    read: await throughput(await several(async () => (await begin(await issue())).read)),
    alone: await measureAlone(),
  }
  const aSecond = (rate: Throughput) => `${perSecond(rate.median)}, ${perSecond(rate.best)} at best`
  print('direct refreshes, a second of one core', aSecond(rates.direct))
  print('relayed refreshes, a second of one core', aSecond(rates.relayed))
  print('the same, from an upstream that costs nothing', aSecond(rates.alone))
  print('tokens that are still good, a second of one core', aSecond(rates.read))
  await measureMemory()
}

async function measureAlone(): Promise<Throughput> {
  const upstream = createInstantUpstream()
  const { begin } = createBenchRelay(() => upstream.fetch())
  return throughput(await several(async () => (await begin(upstream.issue())).renew))
}

/** This many at a time keep one core busy; more only fill its caches. */
function several<item>(create: () => Promise<item>): Promise<item[]> {
  return Promise.all(Array.from({ length: 32 }, create))
}

function toTokens(pair: { accessToken: string; refreshToken: string }): TokenSet {
  return { ...pair, lifetimeMs: 1 }
}
