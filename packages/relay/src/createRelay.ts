import { TakoKitError } from '@takokit/core'
import { resolveConfig } from './config/resolveConfig.ts'
import { checkSameOrigin } from './http/checkSameOrigin.ts'
import { createRoutes } from './http/createRoutes.ts'
import { directAnswers } from './http/directAnswers.ts'
import { heldSecrets } from './http/heldSecrets.ts'
import { refuseClosing } from './http/refuseClosing.ts'
import { refuseFailed } from './http/refuseFailed.ts'
import { problemResponse } from './http/problemResponse.ts'
import { readRequestId } from './http/readRequestId.ts'
import { toRequestHead } from './http/toRequestHead.ts'
import { toResponse } from './http/toResponse.ts'
import { RelayRefusal } from './types/RelayRefusal.ts'
import { toCleanError } from './redact/toCleanError.ts'
import type { RelayEngine, Trace } from './RelayEngine.ts'
import type { RelayConfig } from './config/RelayConfig.ts'
import type { RelayAnswer } from './http/RelayAnswer.ts'
import { answerRequest, type RequestHandler } from './routes/answerRequest.ts'
import { createEngine } from './routes/createEngine.ts'
import { getSession } from './routes/getSession.ts'
import { getToken } from './routes/getToken.ts'
import { startSession } from './routes/startSession.ts'
import { createInFlightTasks, type InFlightTasks } from './session/createInFlightTasks.ts'
import type { Relay } from './types/Relay.ts'
import type { RelayContext } from './types/RelayContext.ts'
import type { RelayOptions } from './types/RelayOptions.ts'
import type { RelayRequest } from './types/RelayRequest.ts'
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
  const { engine, noteRequest, learnTime } = createEngine(config)
  const handler: RequestHandler = {
    engine,
    noteRequest,
    findRoute: createRoutes(config),
    state: { isDraining: false, isClosing: false },
  }
  const { state } = handler
  const work = createInFlightTasks(config)
  let closing: Promise<void> | undefined

  const traceOf = (request: RequestHead, context: RelayContext) =>
    createTrace(request, context, { work, trustRequestId: config.trustRequestId })

  async function answer(request: RelayRequest, context: RelayContext): Promise<RelayAnswer> {
    await learnTime()
    return answerRequest(handler, { request, context, trace: traceOf(request, context) })
  }

  /** A call of the application's own server. It fails with what a page would be answered. */
  async function serve<result>(
    source: RequestSource,
    call: (request: RequestHead) => Promise<result>,
  ): Promise<result> {
    if (state.isClosing) throw refuseClosing(config.timing.storeWaitMs)
    const request = toRequestHead(source, config.origins)
    await learnTime()
    return call(request).catch((error: unknown) => {
      throw toServerError(engine, request, error)
    })
  }

  const fetch: Relay<name>['fetch'] = (request, context = {}) =>
    work.add(answer(request, context).then(toResponse))
  directAnswers.set(fetch, (request, context) => work.add(answer(request, context)))

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
    checkSameOrigin: (request) => answerForeign(config, request),
    drain() {
      state.isDraining = true
    },
    close() {
      state.isClosing = true
      closing ??= (async () => {
        engine.log({ level: 'info', event: 'closing' })
        await work.settled()
        await engine.pendingWrites.flushAll().catch(() => {})
        engine.pendingWrites.dispose()
        engine.revocations.dispose()
        await engine.store.close?.()
      })()
      return closing
    },
  }
}

function createTrace(
  request: RequestHead,
  context: RelayContext,
  { work, trustRequestId }: { work: InFlightTasks } & Pick<RelayConfig, 'trustRequestId'>,
): Trace {
  return {
    requestId: readRequestId(request, trustRequestId),
    isShortLived: context.waitUntil !== undefined,
    waitUntil(task) {
      const quiet = task.catch(() => {})
      void work.add(quiet)
      context.waitUntil?.(quiet)
    },
  }
}

function toServerError({ secrets }: RelayEngine, request: RequestHead, error: unknown): Error {
  if (error instanceof RelayRefusal || error instanceof TakoKitError) return error
  return refuseFailed(toCleanError(error, [...secrets(), ...heldSecrets(request)]))
}

/** The refusal of a request that another site may have sent. */
function answerForeign(
  { origins, trustRequestId }: RelayConfig,
  request: Request,
): Response | undefined {
  try {
    checkSameOrigin(request, origins)
    return undefined
  } catch (error) {
    if (!(error instanceof RelayRefusal)) throw error
    return toResponse(problemResponse(error, readRequestId(request, trustRequestId)))
  }
}
