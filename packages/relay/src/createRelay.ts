import { TakoKitError } from '@takokit/core'
import { resolveConfig } from './config/resolveConfig.ts'
import { createKeySource } from './cookies/createKeySource.ts'
import { createSealer } from './cookies/createSealer.ts'
import { createSealUse } from './cookies/createSealUse.ts'
import { checkSameOrigin } from './http/checkSameOrigin.ts'
import { countCall } from './http/countCall.ts'
import { createRoutes, type Route } from './http/createRoutes.ts'
import { handleRequest } from './routes/handleRequest.ts'
import { directAnswers } from './http/directAnswers.ts'
import { problemResponse } from './http/problemResponse.ts'
import { readRequestId } from './http/readRequestId.ts'
import { toRequestHead } from './http/toRequestHead.ts'
import type { RelayAnswer } from './http/RelayAnswer.ts'
import { toResponse } from './http/toResponse.ts'
import { RelayRefusal } from './types/RelayRefusal.ts'
import { createLogger } from './createLogger.ts'
import { issuerOf } from './providers/siweIssuer/IssuerProvider.ts'
import { redactError } from './redact/redactError.ts'
import { toCleanError } from './redact/toCleanError.ts'
import type { RelayEngine, Trace } from './RelayEngine.ts'
import { getSession } from './routes/getSession.ts'
import { getToken } from './routes/getToken.ts'
import { startSession } from './routes/startSession.ts'
import { createRevocations } from './session/createRevocations.ts'
import { createTurns } from './session/createTurns.ts'
import { createPendingWrites } from './session/createPendingWrites.ts'
import { createInFlightTasks } from './session/createInFlightTasks.ts'
import { guardStore } from './stores/guardStore.ts'
import { scopeStore } from './stores/scopeStore.ts'
import type { Relay } from './types/Relay.ts'
import type { RelayContext } from './types/RelayContext.ts'
import type { RelayOptions } from './types/RelayOptions.ts'
import type { RequestHead } from './types/RequestHead.ts'
import type { RequestSource } from './types/RequestSource.ts'

/**
 * Creates the relay: a handler between the page and token APIs that keeps client secrets and refresh tokens out of the page. It
 * runs wherever there are `Request` and `Response`.
 *
 * @example
 * ```ts
 * import { tako } from '@takokit/core'
 * import { createRelay, privateCloud } from '@takokit/relay'
 *
 * const relay = createRelay({
 *   providers: [
 *     tako(),
 *     privateCloud({
 *       baseUrl: 'https://cloud.example.com',
 *       clientId: 'dapp',
 *       clientSecret: () => readSecret('CLOUD_CLIENT_SECRET'),
 *     }),
 *   ],
 *   secret: () => readSecret('RELAY_SECRET'),
 *   origin: 'https://dapp.example',
 * })
 *
 * export const POST = (request: Request) => relay.fetch(request)
 *
 * declare function readSecret(name: string): Promise<string>
 * ```
 *
 * @throws {TakoKitError} `config/invalid`, naming the option and what it expects.
 * @see RFC 10017 (BCP 212), token-mediating backend; RFC 9457, problem details.
 */
export function createRelay<const name extends string>(options: RelayOptions<name>): Relay<name> {
  const config = resolveConfig(options)
  const journal = createLogger(config)
  const keySource = createKeySource(config)
  const issuers = [...config.providers.values()].flatMap((one) => issuerOf(one) ?? [])
  const secrets = () => [...keySource.secrets(), ...issuers.flatMap((issuer) => issuer.secrets())]
  const store = guardStore(scopeStore(config.store, config.namespace), {
    ...config,
    ...journal,
    secrets,
  })
  const now = () => config.store.now?.() ?? config.now()
  const engine: RelayEngine = {
    ...config,
    now,
    ...journal,
    store,
    sealer: createSealer(keySource),
    sealUse: createSealUse(config),
    secrets,
    flights: new Map(),
    turn: createTurns(),
    revocations: createRevocations(() => engine),
    pendingWrites: createPendingWrites({ ...config, ...journal, now, store }),
  }
  const findRoute = createRoutes(config)
  const work = createInFlightTasks(config)
  let closing: Promise<void> | undefined
  let isDraining = false

  function traceOf(request: RequestHead, context: RelayContext): Trace {
    return {
      requestId: readRequestId(request, config.trustRequestId),
      isShortLived: context.waitUntil !== undefined,
      waitUntil(task) {
        const quiet = task.catch(() => {})
        void work.add(quiet)
        context.waitUntil?.(quiet)
      },
    }
  }

  /** If the store has a clock, that clock counts: it is read once before anything is judged by it. */
  async function learnTime(): Promise<void> {
    if (config.store.now && config.store.now() === undefined)
      await store.read('clock:').catch(() => {})
  }

  function seek(request: Request): { route?: Route; missing?: unknown } {
    try {
      return { route: findRoute(request) }
    } catch (missing) {
      return { missing }
    }
  }

  async function answer(
    request: Request,
    context: RelayContext,
    isFramed: boolean,
  ): Promise<RelayAnswer> {
    await learnTime()
    const startedAt = now()
    const trace = { ...traceOf(request, context), isFramed }
    const { requestId } = trace
    const { route, missing } = seek(request)
    let refusal: RelayRefusal | undefined
    let response: RelayAnswer
    try {
      if (closing) throw refuseClosing(config.timing.storeWaitMs)
      const counted = await countCall(engine, request, context)
      if (!route) throw missing
      if (isDraining && route.call === 'healthz') throw refuseClosing(config.timing.storeWaitMs)
      response = await handleRequest(engine, { route, request, counted, trace })
    } catch (error) {
      refusal = error instanceof RelayRefusal ? error : refuseFailed(error)
      response = problemResponse(refusal, requestId)
    }
    journal.request({
      route: route?.call ?? 'none',
      provider: route?.provider?.name,
      requestId,
      status: response.status,
      code: refusal?.code,
      durationMs: now() - startedAt,
      error:
        refusal?.code === 'relay/failed'
          ? redactError(refusal.options.cause, [...secrets(), ...heldSecrets(request)])
          : undefined,
    })
    return response
  }

  /** A call of the application's own server. It fails with what a page would be answered. */
  async function serve<result>(
    source: RequestSource,
    call: (request: RequestHead) => Promise<result>,
  ): Promise<result> {
    if (closing) throw refuseClosing(config.timing.storeWaitMs)
    const request = toRequestHead(source, config.origins)
    await learnTime()
    try {
      return await call(request)
    } catch (error) {
      if (error instanceof RelayRefusal || error instanceof TakoKitError) throw error
      throw refuseFailed(toCleanError(error, [...secrets(), ...heldSecrets(request)]))
    }
  }

  const fetch: Relay<name>['fetch'] = (request, context = {}) =>
    work.add(answer(request, context, false).then(toResponse))
  directAnswers.set(fetch, (request, context) => work.add(answer(request, context, true)))

  return {
    fetch,
    startSession: (request, parameters) => {
      const trace = traceOf(request, {})
      return work.add(
        learnTime()
          .then(() => startSession(engine, { ...parameters, request, trace }))
          .then(toResponse),
      )
    },
    getSession: (source, parameters = {}) =>
      work.add(serve(source, (request) => getSession(engine, request, parameters))),
    getToken: (source, parameters) =>
      work.add(
        serve(source, (request) =>
          getToken(engine, { request, trace: traceOf(request, parameters) }, parameters),
        ),
      ),
    checkSameOrigin(request) {
      try {
        checkSameOrigin(request, config.origins)
        return undefined
      } catch (error) {
        if (!(error instanceof RelayRefusal)) throw error
        return toResponse(problemResponse(error, readRequestId(request, config.trustRequestId)))
      }
    },
    drain() {
      isDraining = true
    },
    close() {
      closing ??= (async () => {
        journal.log({ level: 'info', event: 'closing' })
        await work.settled()
        await engine.pendingWrites.flushAll().catch(() => {})
        engine.pendingWrites.dispose()
        engine.revocations.dispose()
        await store.close?.()
      })()
      return closing
    },
  }
}

/** What an application's callback may quote from the request that it received. */
function heldSecrets({ headers }: RequestHead): string[] {
  const cookies = (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.split('=').slice(1).join('='))
  return [...cookies, headers.get('authorization') ?? '']
}

function refuseClosing(retryAfterMs: number): RelayRefusal {
  return new RelayRefusal(
    503,
    'relay/closing',
    'This server is going down. Another one will answer.',
    {
      retryAfterMs,
      headers: { connection: 'close' },
    },
  )
}

function refuseFailed(cause: unknown): RelayRefusal {
  return new RelayRefusal(500, 'relay/failed', 'The relay failed. The request id says where.', {
    cause,
  })
}
