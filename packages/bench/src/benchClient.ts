import {
  createAuthClient,
  getAuthToken,
  getSession,
  memoryStorage,
  refreshSession,
  startSession,
  talkstack,
} from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { perSecond, print, rate } from './rate.ts'

/** The hot path of every authorized call, a whole refresh, and what a session weighs. */
export async function benchClient(): Promise<void> {
  const emulator = createEmulator()
  const auth = createAuthClient({
    providers: [talkstack({ baseUrl: 'http://localhost' })],
    storage: memoryStorage(),
    fetch: emulator.fetch,
  })
  const begin = async (account: string) => {
    const tokens = await emulator.controls.issue('talkstack', { subject: account })
    await startSession(auth, { account, tokens })
  }
  await begin('first')
  const token = await rate(() => getAuthToken(auth))
  const nothing = await rate(async () => 'token')
  print(
    'getAuthToken while the token is fresh',
    `${perSecond(token)}, an async function that does nothing is ${(nothing / token).toFixed(1)}× as fast`,
  )
  print('getSession', perSecond(await rate(() => getSession(auth))))

  const refresh = talkstack({ baseUrl: 'http://localhost' })
  const issued = await emulator.controls.issue('talkstack')
  const context = {
    fetch: (url: string, init?: RequestInit) => emulator.fetch(url, init),
    now: Date.now,
  }
  const bare = await rate(
    () => refresh.refresh(context, { account: '', tokens: { ...issued, lifetimeMs: 1 } }),
    100,
  )
  // Its own budget would hold it back: one provider is asked for as many tokens as it is not refreshed.
  const first = performance.now()
  for (let index = 0; index < 10; index++) await refreshSession(auth)
  const whole = 10_000 / (performance.now() - first)
  print(
    'a whole refresh over the bare request',
    `${(bare / whole).toFixed(2)}× its time (${perSecond(whole)})`,
  )

  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  for (let index = 0; index < 1_000; index++) await begin(`account-${index}`)
  globalThis.gc?.()
  print(
    'memory of a session',
    `${((process.memoryUsage().heapUsed - before) / 1_000 / 1_024).toFixed(1)} kB, tokens included`,
  )
  auth.dispose()
}
