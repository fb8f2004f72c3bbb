import { Hono } from 'hono'
import { createClock } from './clock/createClock.ts'
import type { EmulatorContext } from './createProviderRuntime.ts'
import type { EmulatorEnv } from './pipeline/EmulatorEnv.ts'
import { fetchFrom } from './pipeline/fetchFrom.ts'
import { createRequestLog } from './log/createRequestLog.ts'
import { createCloudreve } from './providers/cloudreve/createCloudreve.ts'
import { createPrivateCloud } from './providers/privateCloud/createPrivateCloud.ts'
import { createTako } from './providers/tako/createTako.ts'
import { createTalkstack } from './providers/talkstack/createTalkstack.ts'
import type { Emulator, TokenAnswers } from './Emulator.ts'
import type { EmulatorOptions } from './EmulatorOptions.ts'
import type { ProviderControls } from './types/ProviderControls.ts'
import type { ProviderName } from './types/ProviderName.ts'

/**
 * The four token APIs, run locally: signatures are recovered, tokens expire, and faults can be injected.
 *
 * Runs in a page, in Node and in Vite; it opens no port and sends no requests. All four APIs are at their documented paths, so
 * one base URL serves them all.
 *
 * Instants are epoch milliseconds, durations milliseconds.
 *
 * @example
 * import { createEmulator } from '@takokit/emulator'
 *
 * const { fetch, controls } = createEmulator({ tako: { reuse: 'strict' } })
 * const { refreshToken } = await controls.issue('tako')
 * controls.clock.advance(3_600_000)
 * const response = await fetch('https://api.tako.so/v2/refresh_token', {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({ refresh_token: refreshToken }),
 * })
 *
 * @throws {TypeError} From `fetch`, if a fault drops the connection; else what `fetch` throws on abort.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const clock = createClock(options.now ?? Date.now)
  const log = createRequestLog()
  const cors = {
    allowedOrigins: options.allowedOrigins ?? '*',
    exposeRetryAfter: options.exposeRetryAfter ?? false,
  }
  const context: EmulatorContext = {
    now: clock.now,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    secret: options.secret ?? 'takokit-emulator',
    log,
    cors,
  }
  const tako = createTako(context, options.tako)
  const talkstack = createTalkstack(context, options.talkstack)
  const cloudreve = createCloudreve(context, options.cloudreve)
  const privateCloud = createPrivateCloud(context, options.privateCloud)

  const app = new Hono<EmulatorEnv>()
  for (const provider of [tako, talkstack, cloudreve, privateCloud]) app.route('/', provider.app)
  // Hono would turn a dropped connection into an HTTP 500.
  app.onError((error) => {
    throw error
  })

  const controls = {
    tako: tako.controls,
    talkstack: talkstack.controls,
    cloudreve: cloudreve.controls,
    privateCloud: privateCloud.controls,
  }
  // A mapped type, so that the compiler infers each provider's response type.
  const issuers: { [name in ProviderName]: Pick<ProviderControls<TokenAnswers[name]>, 'issue'> } =
    controls

  return {
    fetch: fetchFrom(app),
    controls: {
      clock,
      ...controls,
      issue: (provider, parameters) => issuers[provider].issue(parameters),
      log: { entries: log.entries, clear: log.clear },
      onRequest: log.subscribe,
      setAllowedOrigins(origins) {
        cors.allowedOrigins = origins
      },
    },
  }
}
