import type { RequestListener } from 'node:http'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createControlApi } from '../control/createControlApi.ts'
import { ConnectionLostError } from '../faults/ConnectionLostError.ts'
import type { Emulator } from '../Emulator.ts'

export interface NodeListenerOptions {
  emulator: Emulator
  /** Path of the control endpoint, or null for none. */
  controlPath: string | null
}

/** The emulator and, if enabled, its control endpoint as a listener of a Node server. */
export function createNodeListener({
  emulator,
  controlPath,
}: NodeListenerOptions): RequestListener {
  const controlApi = controlPath === null ? null : createControlApi(emulator.controls, controlPath)

  async function answer(request: Request, { incoming }: HttpBindings | Http2Bindings) {
    const { pathname } = new URL(request.url)
    if (controlApi && (pathname === controlPath || pathname.startsWith(`${controlPath}/`)))
      return controlApi.fetch(request)
    try {
      const clientAddress = incoming.socket.remoteAddress ?? 'unknown'
      return await emulator.fetch(request, undefined, { clientAddress })
    } catch (error) {
      if (!(error instanceof ConnectionLostError || request.signal.aborted)) throw error
      // No response, not even a partial one: what a client sees when the network drops.
      if ('stream' in incoming) incoming.stream.destroy()
      else incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
  }

  // Vite and test runners share these globals.
  return getRequestListener(answer, { overrideGlobalObjects: false })
}
