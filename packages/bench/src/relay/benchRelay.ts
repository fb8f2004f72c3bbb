import type { TokenSet } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { perSecond, print } from '../rate.ts'
import { createBenchRelay } from './createBenchRelay.ts'
import { createInstantUpstream } from './createInstantUpstream.ts'
import { measureMemory } from './measureMemory.ts'
import { median } from './median.ts'
import { throughput } from './throughput.ts'

/**
 * What standing between page and provider costs. The upstream is the emulator in the same process, its work included,
 * where nothing else is said.
 */
export async function benchRelay(): Promise<void> {
  // Under `grace` no two tokens are the same, as with a provider that rotates for real.
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
  const { accessToken, refreshToken } = await issue()
  const direct = refreshDirectly({ accessToken, refreshToken, lifetimeMs: 1 })
  const { renew, read } = await begin(await issue())

  // By turns, so that whatever else the machine does hits both.
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

  const pairs = await Promise.all(Array.from({ length: 64 }, issue))
  const sessions = await Promise.all(pairs.map(begin))
  const others = await Promise.all(Array.from({ length: 64 }, issue))
  const directly = others.map((pair) => refreshDirectly({ ...pair, lifetimeMs: 1 }))
  const rates = {
    direct: await throughput(directly),
    relayed: await throughput(sessions.map((one) => one.renew)),
    read: await throughput(sessions.map((one) => one.read)),
    alone: await measureAlone(),
  }
  print('direct refreshes, a second of one core', perSecond(rates.direct))
  print('relayed refreshes, a second of one core', perSecond(rates.relayed))
  print('the same, from an upstream that costs nothing', perSecond(rates.alone))
  print('tokens that are still good, a second of one core', perSecond(rates.read))
  await measureMemory()
}

async function measureAlone(): Promise<number> {
  const upstream = createInstantUpstream()
  const { begin } = createBenchRelay(() => upstream.fetch())
  const sessions = await Promise.all(Array.from({ length: 64 }, () => begin(upstream.issue())))
  return throughput(sessions.map((one) => one.renew))
}
