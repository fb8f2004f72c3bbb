import type { RequestEntry } from '../createLogger.ts'
import { countCall } from '../http/countCall.ts'
import type { Route } from '../http/createRoutes.ts'
import { heldSecrets } from '../http/heldSecrets.ts'
import { problemResponse } from '../http/problemResponse.ts'
import { refuseClosing } from '../http/refuseClosing.ts'
import { refuseFailed } from '../http/refuseFailed.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import { redactError } from '../redact/redactError.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { RelayContext } from '../types/RelayContext.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { handleRequest } from './handleRequest.ts'
import type { RelayRequest } from '../types/RelayRequest.ts'

/** What the requests of one relay share. */
export interface RequestHandler {
  engine: RelayEngine
  findRoute: (request: RelayRequest) => Route
  noteRequest: (entry: RequestEntry) => void
  state: { isDraining: boolean; isClosing: boolean }
}

/** Answers one request, whatever happens, and logs it. */
export async function answerRequest(
  { engine, findRoute, noteRequest, state }: RequestHandler,
  { request, context, trace }: { request: RelayRequest; context: RelayContext; trace: Trace },
): Promise<RelayAnswer> {
  const { now, secrets, timing } = engine
  const startedAt = now()
  const { requestId } = trace
  const { route, missing } = seek(findRoute, request)
  let refusal: RelayRefusal | undefined
  let response: RelayAnswer
  try {
    if (state.isClosing) throw refuseClosing(timing.storeWaitMs)
    const counted = await countCall(engine, request, context)
    if (!route) throw missing
    if (state.isDraining && route.call === 'healthz') throw refuseClosing(timing.storeWaitMs)
    response = await handleRequest(engine, { route, request, counted, trace })
  } catch (error) {
    refusal = error instanceof RelayRefusal ? error : refuseFailed(error)
    response = problemResponse(refusal, requestId)
  }
  noteRequest({
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

function seek(
  findRoute: RequestHandler['findRoute'],
  request: RelayRequest,
): { route?: Route; missing?: unknown } {
  try {
    return { route: findRoute(request) }
  } catch (missing) {
    return { missing }
  }
}
