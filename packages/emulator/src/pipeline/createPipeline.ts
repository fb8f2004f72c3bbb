import type { Context } from 'hono'
import { type AnsweredFault, answerFault } from '../faults/answerFault.ts'
import { ConnectionLostError } from '../faults/ConnectionLostError.ts'
import type { FaultQueue } from '../faults/FaultQueue.ts'
import type { Hangs } from '../faults/Hangs.ts'
import { formatRetryAfter } from '../faults/formatRetryAfter.ts'
import type { TokenStore } from '../tokenStore/TokenStore.ts'
import type { RequestLog } from '../log/createRequestLog.ts'
import { fingerprint } from '../log/fingerprint.ts'
import { redactPath } from '../log/redactPath.ts'
import type { EmulatorEvent } from '../types/EmulatorEvent.ts'
import type { Fault } from '../types/Fault.ts'
import type { Latency } from '../types/Latency.ts'
import type { ProviderName } from '../types/ProviderName.ts'
import type { RouteKind } from '../types/RouteKind.ts'
import type { RateLimit } from './RateLimit.ts'
import type { EmulatorEnv } from './EmulatorEnv.ts'
import { readBearer } from './readBearer.ts'

/** What a handler learns about a request, for the log. */
export type Note = Pick<EmulatorEvent, 'family' | 'subject' | 'reused' | 'outcome'>

export type Handler = (c: Context<EmulatorEnv>, note: Note) => Promise<Response> | Response

export interface PipelineOptions {
  provider: ProviderName
  now: () => number
  sleep: (ms: number) => Promise<void>
  latency: () => Latency
  faults: FaultQueue
  hangs: Hangs
  tokenStore: TokenStore
  log: RequestLog
  rateLimit: RateLimit | null
  readRefreshToken: (c: Context<EmulatorEnv>) => Promise<string | undefined>
  errorResponse: (code: number, message?: string) => Response
  throttledResponse: (headers: Record<string, string>) => Response
}

const processedByDefault: readonly Fault['type'][] = ['lost-answer', 'sent-twice', 'cut-json']

/** Wraps every handler with the same log, latency, rate limit and faults. */
export function createPipeline(options: PipelineOptions) {
  const { provider, now, sleep, latency, faults, hangs, tokenStore, log, rateLimit } = options

  async function pause(ms: number) {
    if (ms > 0) await sleep(ms)
  }

  async function answer(
    c: Context<EmulatorEnv>,
    fault: Fault | null,
    process: () => Promise<Response>,
  ) {
    if (!fault) return process()
    const processed =
      'processed' in fault ? fault.processed === true : processedByDefault.includes(fault.type)
    switch (fault.type) {
      case 'lost-request':
      case 'lost-answer':
        await process()
        throw new ConnectionLostError('answer')
      case 'sent-twice':
        await process()
        return process()
      case 'hang': {
        if (!processed) await hangs.hang()
        const response = await process()
        if (processed) await hangs.hang()
        return response
      }
      default:
        return answerFault(fault satisfies AnsweredFault, {
          now: now(),
          answer: processed ? await process() : null,
          errorResponse: options.errorResponse,
          throttledResponse: options.throttledResponse,
        })
    }
  }

  return (route: RouteKind, handler: Handler) => async (c: Context<EmulatorEnv>) => {
    const waitMs = rateLimit?.admit(c.env.clientAddress) ?? null
    const fault = waitMs === null ? faults.take(route) : null
    const refreshToken =
      route === 'refresh' || route === 'signOut' ? await options.readRefreshToken(c) : undefined
    const bearer = readBearer(c)
    const request = log.open()
    const facts = {
      request,
      provider,
      route,
      method: c.req.method,
      path: redactPath(c.req.url),
      ...(refreshToken && { refreshToken: fingerprint(refreshToken) }),
      ...(bearer && { accessToken: fingerprint(bearer) }),
      ...(fault && { fault: fault.type }),
    }
    const write = (event: Pick<EmulatorEvent, 'phase' | 'status' | 'outcome'>, note: Note = {}) =>
      log.write({ ...facts, ...note, ...event, happenedAt: now() })

    if (fault?.type === 'lost-request') {
      write({ phase: 'dropped' })
      throw new ConnectionLostError('request')
    }
    write({ phase: 'received' })
    if (route === 'signIn') tokenStore.families.signIns += 1
    const left =
      route === 'refresh' && refreshToken ? await tokenStore.arrive(refreshToken) : () => {}
    const note: Note = {}
    try {
      await pause(latency().requestMs)
      const response =
        waitMs === null
          ? await answer(c, fault, async () => handler(c, note))
          : options.throttledResponse({
              'retry-after': formatRetryAfter(waitMs, { as: 'seconds', now: now() }),
            })
      await pause(latency().responseMs)
      write({ phase: 'answered', status: response.status }, note)
      return response
    } catch (error) {
      write({ phase: 'dropped' }, note)
      throw error
    } finally {
      left()
    }
  }
}
