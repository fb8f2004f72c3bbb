import { type Context, Hono } from 'hono'
import { createClock } from './clock/createClock.ts'
import { createFaultQueue } from './faults/createFaultQueue.ts'
import { createHangs } from './faults/createHangs.ts'
import { createCors } from './pipeline/createCors.ts'
import type { CorsPolicy } from './pipeline/createCors.ts'
import { createPipeline, type Handler } from './pipeline/createPipeline.ts'
import { createRateLimit } from './pipeline/createRateLimit.ts'
import type { EmulatorEnv } from './pipeline/EmulatorEnv.ts'
import { createTokenStore } from './tokenStore/createTokenStore.ts'
import type { TokenStore } from './tokenStore/TokenStore.ts'
import type { TokenFormat } from './tokenStore/TokenFormat.ts'
import type { RequestLog } from './log/createRequestLog.ts'
import { resolveReusePolicy } from './tokenStore/resolveReusePolicy.ts'
import type { Clock } from './types/Clock.ts'
import type { CommonProviderOptions } from './types/CommonProviderOptions.ts'
import type { IssuedTokens } from './types/IssuedTokens.ts'
import type { Lifetimes, ProviderControls } from './types/ProviderControls.ts'
import type { ProviderName } from './types/ProviderName.ts'
import type { RouteKind } from './types/RouteKind.ts'
import type { TokenPair } from './types/TokenPair.ts'

/** What all four providers share. */
export interface EmulatorContext {
  now: () => number
  sleep: (ms: number) => Promise<void>
  secret: string
  log: RequestLog
  cors: CorsPolicy
}

export interface ProviderSpec<wire> {
  name: ProviderName
  options: CommonProviderOptions
  lifetimes: Lifetimes
  defaultSubject: string
  /** Checks and normalizes a subject passed to `issue`. */
  toSubject?: (subject: string) => string
  format: (clock: Clock) => TokenFormat
  keepsRefreshToken?: () => boolean
  rateLimit?: { requests: number; perMs: number } | false
  /** The methods that CORS allows; absent if no browser should ever call. */
  corsMethods: readonly string[]
  toWire: (pair: TokenPair, now: number) => wire
  readRefreshToken: (c: Context<EmulatorEnv>) => Promise<string | undefined>
  errorResponse: (code: number, message?: string) => Response
  throttledResponse: (headers: Record<string, string>) => Response
}

export interface ProviderRuntime<wire, code extends number> {
  app: Hono<EmulatorEnv>
  clock: Clock
  tokenStore: TokenStore
  controls: ProviderControls<wire, code>
  /** Serves one documented call behind the pipeline; `cors: false` for calls that no browser makes. */
  serve(call: {
    method: 'GET' | 'POST' | 'DELETE'
    path: string
    route: RouteKind
    cors?: boolean
    handler: Handler
  }): void
}

/** Clock, token store, faults and controls of one provider, and `serve` for its calls. */
export function createProviderRuntime<wire, code extends number>(
  context: EmulatorContext,
  spec: ProviderSpec<wire>,
): ProviderRuntime<wire, code> {
  const { options } = spec
  const clock = createClock(context.now)
  const faults = createFaultQueue()
  const hangs = createHangs()
  let policy = resolveReusePolicy(options.reuse ?? 'stateless')
  let lifetimes: Lifetimes = {
    accessMs: options.accessLifetimeMs ?? spec.lifetimes.accessMs,
    refreshMs: options.refreshLifetimeMs ?? spec.lifetimes.refreshMs,
  }
  let latency = { requestMs: options.latencyMs ?? 0, responseMs: 0 }
  const tokenStore = createTokenStore({
    now: clock.now,
    lifetimes: () => lifetimes,
    policy: () => policy,
    format: spec.format(clock),
    ...(spec.keepsRefreshToken && { keepsRefreshToken: spec.keepsRefreshToken }),
  })
  const pipeline = createPipeline({
    provider: spec.name,
    now: clock.now,
    sleep: context.sleep,
    latency: () => latency,
    faults,
    hangs,
    tokenStore,
    log: context.log,
    rateLimit: spec.rateLimit ? createRateLimit({ now: clock.now, ...spec.rateLimit }) : null,
    readRefreshToken: spec.readRefreshToken,
    errorResponse: spec.errorResponse,
    throttledResponse: spec.throttledResponse,
  })
  const app = new Hono<EmulatorEnv>()
  const cors = createCors(context.cors, { methods: spec.corsMethods })

  async function issue({ subject }: { subject?: string } = {}): Promise<IssuedTokens<wire>> {
    const { toSubject = (value) => value } = spec
    const pair = tokenStore.issue(toSubject(subject ?? spec.defaultSubject))
    const { accessToken, refreshToken, accessExpiresAt } = pair
    const tokens = { accessToken, refreshToken, expiresInMs: accessExpiresAt - clock.now() }
    return Object.defineProperties(tokens, {
      subject: { value: pair.subject },
      wire: { value: spec.toWire(pair, clock.now()) },
    }) as IssuedTokens<wire>
  }

  return {
    app,
    clock,
    tokenStore,
    serve({ method, path, route, cors: withCors = true, handler }) {
      if (withCors) app.use(path, cors)
      app.on(method, path, pipeline(route, handler))
    },
    controls: {
      clock,
      issue,
      lifetimes: () => ({ ...lifetimes }),
      setLifetimes(changed) {
        lifetimes = { ...lifetimes, ...changed }
      },
      latency: () => ({ ...latency }),
      setLatency(changed) {
        latency =
          typeof changed === 'number'
            ? { requestMs: changed, responseMs: 0 }
            : { ...latency, ...changed }
      },
      reuse: () => policy,
      setReuse(changed) {
        policy = resolveReusePolicy(changed)
      },
      failNext: (fault, target) => faults.add(fault, target),
      faults: faults.size,
      clearFaults: faults.clear,
      hanging: hangs.size,
      release: hangs.release,
      revoke: tokenStore.revoke,
      expireAccess: (subject) => tokenStore.expireAccess(subject),
      counters: () => tokenStore.families.counters(),
      resetCounters: () => tokenStore.families.reset(),
    },
  }
}
