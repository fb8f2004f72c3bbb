import type { Hono } from 'hono'
import { ConnectionLostError } from '../faults/ConnectionLostError.ts'
import type { EmulatorFetch } from '../Emulator.ts'
import type { EmulatorEnv } from './EmulatorEnv.ts'

/** An app as a `fetch`: an aborted call rejects at once, while the server continues, as with a real network. */
export function fetchFrom(app: Hono<EmulatorEnv>): EmulatorFetch {
  return async (input, init, { clientAddress = 'in-page' } = {}) => {
    const isRequest = typeof input === 'object' && 'headers' in input
    // The caller's signal is not passed on: a server does not learn of it.
    const request = isRequest && !init ? input : new Request(input, { ...init, signal: null })
    const signal = init?.signal ?? (isRequest ? input.signal : undefined)
    signal?.throwIfAborted()
    const answering = Promise.resolve(app.fetch(request, { clientAddress }))
    const response = await (signal ? abortable(answering, signal) : answering)
    // A page's `fetch` never sees a redirect that it refused.
    if (response.status >= 300 && response.status < 400 && request.redirect === 'error')
      throw new ConnectionLostError('redirect')
    return response
  }
}

function abortable(answering: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    const settle = () => signal.removeEventListener('abort', onAbort)
    answering.then(resolve, reject).finally(settle)
  })
}
