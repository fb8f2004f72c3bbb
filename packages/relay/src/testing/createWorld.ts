import { cloudreve, tako, talkstack, type TokenProvider } from '@takokit/core'
import { createEmulator, type EmulatorOptions, type ProviderName } from '@takokit/emulator'
import { mnemonicToAccount } from 'viem/accounts'
import { createRelay } from '../createRelay.ts'
import { privateCloud } from '../providers/privateCloud/privateCloud.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import type { RelayLogEntry } from '../types/RelayLogEntry.ts'
import type { RelayMetric } from '../types/RelayMetric.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import { createBrowser, type TestBrowser, testOrigin } from './createBrowser.ts'
import { createTime } from './createTime.ts'

export const testSecret = 'canary-sealing-secret-0123456789-abcdef'

const accounts = new Map<number, ReturnType<typeof mnemonicToAccount>>()

/** The well-known development accounts. Deriving one is slow. */
export function account(addressIndex = 0) {
  const words = 'test test test test test test test test test test test junk'
  const known = accounts.get(addressIndex) ?? mnemonicToAccount(words, { addressIndex })
  accounts.set(addressIndex, known)
  return known
}

/** All four, as a relay's server configures them. */
export const allProviders = (): TokenProvider<ProviderName>[] => [
  tako(),
  talkstack(),
  cloudreve({ baseUrl: 'https://files.example.com/api/v4' }),
  privateCloud({
    baseUrl: 'https://cloud.example.com',
    clientId: 'demo-client',
    clientSecret: 'demo-secret',
  }),
]

/** A relay and an emulator in one process, with their own clock. */
export function createWorld(
  options: Partial<RelayOptions<ProviderName>> = {},
  emulated: EmulatorOptions = {},
) {
  const time = createTime()
  const emulator = createEmulator({ now: time.now, sleep: async () => {}, ...emulated })
  const logs: RelayLogEntry[] = []
  const metrics: RelayMetric[] = []
  const relayOptions: RelayOptions<ProviderName> = {
    providers: allProviders(),
    secret: testSecret,
    origin: testOrigin,
    store: memoryStore({ now: time.now }),
    rateLimits: false,
    fetch: (input, init) => emulator.fetch(input, init),
    now: time.now,
    setTimer: time.setTimer,
    random: () => 0.5,
    logger: (entry) => logs.push(entry),
    metrics: (metric) => metrics.push(metric),
    ...options,
    timing: { confirmDelayMs: 0, ...options.timing },
  }
  const relay = createRelay(relayOptions)
  const browser = (jar?: Map<string, string>) =>
    createBrowser({ send: (request) => relay.fetch(request), ...(jar && { jar }) })

  /** Begins a session as the application's own server does, and sets the browser's cookie. */
  async function start(
    page: TestBrowser,
    provider: ProviderName,
    parameters: { subject?: string; account?: string } = {},
  ) {
    const { subject, account: name } = parameters
    const issued = await emulator.controls.issue(provider, subject ? { subject } : {})
    const { accessToken, refreshToken, expiresInMs } = issued
    const starting = createBrowser({
      jar: page.jar,
      send: (request) =>
        relay.startSession(request, {
          provider,
          account: name,
          tokens: { accessToken, refreshToken, expiresInMs },
        }),
    })
    const response = await starting.post('/login')
    return { ...issued, response }
  }

  return {
    time,
    emulator,
    controls: emulator.controls,
    relay,
    relayOptions,
    logs,
    metrics,
    browser,
    start,
  }
}

/** The response with a token. */
export interface TokenAnswer {
  accessToken: string
  expiresInMs: number
  subject: string
  handle: string
}

/** The response without one. */
export interface ProblemAnswer {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  retryAfterMs?: number
  correlationId?: string
}

export async function readToken(response: Response): Promise<TokenAnswer> {
  const text = await response.text()
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${text}`)
  return JSON.parse(text) as TokenAnswer
}

export async function readProblem(response: Response): Promise<ProblemAnswer> {
  return (await response.json()) as ProblemAnswer
}
