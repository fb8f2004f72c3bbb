import {
  createEmulator,
  type Counters,
  type EmulatorControls,
  type EmulatorEvent,
  type EmulatorOptions,
} from '@takokit/emulator'
import { serveEmulator } from '@takokit/emulator/node'

export interface ProvidersOptions extends EmulatorOptions {
  /** The host name that the page uses; both are loopback. */
  host?: '127.0.0.1' | 'localhost'
  /**
   * Whether a connection carries more than one request. Chromium repeats a POST by itself if a reused connection drops. Without
   * reuse, only the engine's own requests are seen.
   */
  keepAlive?: boolean
}

export interface Providers {
  url: string
  controls: EmulatorControls
  /** Every token that was issued over HTTP or by `issue`. */
  tokens: Set<string>
  /** The refresh requests, in order of arrival. */
  refreshes: () => EmulatorEvent[]
  counters: () => Counters
  /** Waits for an event of the log, past or future. */
  until: (isIt: (event: EmulatorEvent) => boolean) => Promise<EmulatorEvent>
  /** From this refresh on, tokens live a month: no refresh is due within the test. */
  calmAfter: (refreshes: number) => void
  /** Waits until this many refresh requests have arrived. */
  untilRefreshes: (count: number) => Promise<void>
  issue: (subject?: string) => Promise<{
    accessToken: string
    refreshToken: string
    expiresInMs: number
  }>
  close: () => Promise<void>
}

const tokenPattern = /"[^"]*token":\s*"([^"]+)"/gi

/** Serves the token APIs from their own loopback origin, and records requests and tokens for the test. */
export async function serveProviders({
  host = '127.0.0.1',
  keepAlive = false,
  ...options
}: ProvidersOptions = {}): Promise<Providers> {
  const { fetch, controls } = createEmulator({ exposeRetryAfter: true, ...options })
  const tokens = new Set<string>()
  const server = await serveEmulator({
    emulator: {
      controls,
      async fetch(input, init, connection) {
        const response = await fetch(input, init, connection)
        if (response.headers.get('content-type')?.startsWith('application/json'))
          for (const [, token] of (await response.clone().text()).matchAll(tokenPattern))
            if (token && token !== 'Bearer') tokens.add(token)
        if (keepAlive) return response
        const headers = new Headers(response.headers)
        headers.set('connection', 'close')
        return new Response(response.body, { status: response.status, headers })
      },
    },
  })
  const url = new URL(server.url)
  url.hostname = host

  function until(isIt: (event: EmulatorEvent) => boolean): Promise<EmulatorEvent> {
    return new Promise((resolve) => {
      const past = controls.log.entries().find(isIt)
      if (past) return resolve(past)
      const stop = controls.onRequest((event) => {
        if (!isIt(event)) return
        stop()
        resolve(event)
      })
    })
  }

  const refreshes = () =>
    controls.log.entries().filter((one) => one.route === 'refresh' && one.phase === 'received')

  return {
    url: url.origin,
    controls,
    tokens,
    refreshes,
    counters: () => controls.tako.counters(),
    until,
    calmAfter(count) {
      const stop = controls.onRequest(({ phase, route }) => {
        if (phase !== 'received' || route !== 'refresh' || refreshes().length < count) return
        controls.tako.setLifetimes({ accessMs: 30 * 86_400_000 })
        stop()
      })
    },
    async untilRefreshes(count) {
      await until(() => refreshes().length >= count)
    },
    async issue(subject) {
      const { accessToken, refreshToken, expiresInMs } = await controls.tako.issue(
        subject === undefined ? {} : { subject },
      )
      tokens.add(accessToken).add(refreshToken)
      return { accessToken, refreshToken, expiresInMs }
    },
    close: server.close,
  }
}
