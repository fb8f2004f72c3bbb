import { type Context, Hono } from 'hono'
import { createClock } from './clock/createClock.ts'
import { createFaultQueue } from './faults/createFaultQueue.ts'
import { createHangs } from './faults/createHangs.ts'
import { createCors } from './gate/createCors.ts'
import type { CorsPolicy } from './gate/createCors.ts'
import { createGate, type Handler } from './gate/createGate.ts'
import { createRateLimit } from './gate/createRateLimit.ts'
import type { EmulatorEnv } from './gate/EmulatorEnv.ts'
import { createLedger, type Ledger } from './ledger/createLedger.ts'
import type { TokenFormat } from './ledger/TokenFormat.ts'
import type { RequestLog } from './log/createRequestLog.ts'
import { resolveReusePolicy } from './ledger/resolveReusePolicy.ts'
import type { Clock } from './types/Clock.ts'
import type { CommonProviderOptions } from './types/CommonProviderOptions.ts'
import type { IssuedTokens } from './types/IssuedTokens.ts'
import type { Lifetimes, ProviderControls } from './types/ProviderControls.ts'
import type { ProviderName } from './types/ProviderName.ts'
import type { RouteKind } from './types/RouteKind.ts'
import type { TokenPair } from './types/TokenPair.ts'

/** What all four providers share while they run. */
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
  /** Checks and normalises a subject handed to `issue`. */
  toSubject?: (subject: string) => string
  format: (clock: Clock) => TokenFormat
  keepsRefreshToken?: () => boolean
  rateLimit?: { requests: number; perMs: number } | false
  /** What CORS allows; absent where no browser is ever meant to call. */
  corsMethods: readonly string[]
  toWire: (pair: TokenPair, now: number) => wire
  readRefreshToken: (c: Context<EmulatorEnv>) => Promise<string | undefined>
  errorResponse: (code: number, message?: string) => Response
  throttledResponse: (headers: Record<string, string>) => Response
}

export interface ProviderRuntime<wire, code extends number> {
  app: Hono<EmulatorEnv>
  clock: Clock
  ledger: Ledger
  controls: ProviderControls<wire, code>
  /** Serves one documented call behind the gate; `cors: false` for calls that no browser makes. */
  serve(call: {
    method: 'GET' | 'POST' | 'DELETE'
    path: string
    route: RouteKind
    cors?: boolean
    handler: Handler
  }): void
}

/** Clock, ledger, faults and controls of one provider, and the place where its calls are served. */
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
  const ledger = createLedger({
    now: clock.now,
    lifetimes: () => lifetimes,
    policy: () => policy,
    format: spec.format(clock),
    ...(spec.keepsRefreshToken && { keepsRefreshToken: spec.keepsRefreshToken }),
  })
  const gate = createGate({
    provider: spec.name,
    now: clock.now,
    sleep: context.sleep,
    latency: () => latency,
    faults,
    hangs,
    ledger,
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
    const pair = ledger.issue(toSubject(subject ?? spec.defaultSubject))
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
    ledger,
    serve({ method, path, route, cors: withCors = true, handler }) {
      if (withCors) app.use(path, cors)
      app.on(method, path, gate(route, handler))
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
      revoke: ledger.revoke,
      expireAccess: (subject) => ledger.expireAccess(subject),
      counters: () => ledger.families.counters(),
      resetCounters: () => ledger.families.reset(),
    },
  }
}
