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
import { heapBytes } from './heapBytes.ts'
import { median } from './median.ts'
import { perSecond, print, rate } from './rate.ts'

const provider = talkstack({ baseUrl: 'http://localhost' })

/** The hot path of every authorized call, a whole refresh, and the memory of a session. */
export async function benchClient(): Promise<void> {
  const emulator = createEmulator()
  const issue = (subject: string) => emulator.controls.issue('talkstack', { subject })
  const createClient = () =>
    createAuthClient({
      providers: [provider],
      storage: memoryStorage(),
      fetch: emulator.fetch,
    })
  const auth = createClient()
  const begin = async (account: string, client = auth) => {
    await startSession(client, { account, tokens: await issue(account) })
  }
  await begin('first')
  const token = await rate(() => getAuthToken(auth))
  const nothing = await rate(async () => 'token')
  print(
    'getAuthToken while the token is fresh',
    `${perSecond(token)}, an async function that does nothing is ${(nothing / token).toFixed(1)}× as fast`,
  )
  print('getSession', perSecond(await rate(() => getSession(auth))))

  const context = {
    fetch: (url: string, init?: RequestInit) => emulator.fetch(url, init),
    now: Date.now,
  }
  const tokens = { ...(await issue('bare')), lifetimeMs: 1 }
  const bareMs: number[] = []
  const wholeMs: number[] = []
  const timed = async (times: number[], task: () => Promise<unknown>) => {
    const startedAt = performance.now()
    await task()
    times.push(performance.now() - startedAt)
  }
  // Each client has its own budget of ten requests a minute.
  for (let index = 0; index < 60; index++) {
    const client = createClient()
    await begin('whole', client)
    for (let round = 0; round < 9; round++) {
      await timed(bareMs, () => provider.refresh(context, { account: '', tokens }))
      await timed(wholeMs, () => refreshSession(client))
    }
    client.dispose()
  }
  // The first runs are slow: they are compiled.
  const [bare, whole] = [median(bareMs.slice(200)), median(wholeMs.slice(200))]
  print(
    'a whole refresh over the bare request, median',
    `+${(whole - bare).toFixed(2)} ms, ${(whole / bare).toFixed(2)}× its time (${bare.toFixed(2)} ms)`,
  )

  const before = heapBytes()
  for (let index = 0; index < 1_000; index++) await begin(`account-${index}`)
  print(
    'memory of a session',
    `${((heapBytes() - before) / 1_000 / 1_024).toFixed(1)} kB, tokens included`,
  )
  auth.dispose()
}
