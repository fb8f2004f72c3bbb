import type { Fault } from '../types/Fault.ts'
import { formatRetryAfter } from './formatRetryAfter.ts'

/** Faults that have a response of their own. */
export type AnsweredFault = Extract<
  Fault,
  { type: 'html' | 'cut-json' | '204' | '500' | '429' | 'redirect' | 'error' }
>

export interface AnswerFaultOptions {
  now: number
  /** The real response, if the request was processed. */
  answer: Response | null
  errorResponse: (code: number, message?: string) => Response
  throttledResponse: (headers: Record<string, string>) => Response
}

/** The response of a fault. */
export async function answerFault(fault: AnsweredFault, options: AnswerFaultOptions) {
  const { now, answer, errorResponse, throttledResponse } = options
  switch (fault.type) {
    case 'html':
      return new Response(
        '<!doctype html><title>Welcome</title><p>Sign in to use this network.</p>',
        { headers: { 'content-type': 'text/html; charset=utf-8' } },
      )
    case 'cut-json': {
      const text = answer ? await answer.text() : '{"status":"success","data":{}}'
      return new Response(text.slice(0, Math.ceil(text.length / 2)), {
        status: answer?.status ?? 200,
        headers: { 'content-type': 'application/json' },
      })
    }
    case '204':
      return new Response(null, { status: 204 })
    case '500':
      return new Response('Internal Server Error', {
        status: 500,
        headers: { 'content-type': 'text/plain' },
      })
    case '429': {
      const { retryAfterMs, retryAfterAs: as = 'seconds' } = fault
      return throttledResponse(
        retryAfterMs === undefined
          ? {}
          : { 'retry-after': formatRetryAfter(retryAfterMs, { as, now }) },
      )
    }
    case 'redirect':
      return new Response(null, {
        status: 302,
        headers: { location: fault.location ?? '/login' },
      })
    case 'error':
      return errorResponse(fault.code, fault.message)
    default:
      return fault satisfies never
  }
}
