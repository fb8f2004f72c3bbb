import type { Emulator } from '@takokit/emulator'
import { defaultUrls } from '../urls/defaultUrls.ts'

/** The part of MSW's `http` that is used. */
export interface HttpLike<handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): handler
}

export interface EmulatorHandlersParameters<handler> {
  /** MSW's own. */
  http: HttpLike<handler>
  /** An emulator, or a world. */
  emulator: Pick<Emulator, 'fetch'>
  /** Origins or base URLs of the APIs. Default: those of `tako()` and `talkstack()`. */
  urls?: readonly string[]
}

/**
 * Handlers of MSW that answer as the emulated APIs do, for tests that use MSW already. It needs the interface that MSW has had
 * since version 2.
 *
 * @example
 * ```ts
 * import { createWorld } from '@takokit/testing'
 * import { emulatorHandlers } from '@takokit/testing/msw'
 * import { http } from 'msw'
 * import { setupServer } from 'msw/node'
 *
 * const { fetch, emulator } = createWorld()
 * const server = setupServer(...emulatorHandlers({ http, emulator: { fetch } }))
 * server.listen()
 * emulator.tako.failNext('500')
 * ```
 */
export function emulatorHandlers<handler>(
  parameters: EmulatorHandlersParameters<handler>,
): handler[] {
  const { http, emulator, urls = defaultUrls } = parameters
  return urls.map((url) =>
    http.all(`${url.replace(/\/$/, '')}/*`, async ({ request }) => {
      try {
        return await emulator.fetch(request)
      } catch {
        // MSW makes a refused connection of it.
        return Response.error()
      }
    }),
  )
}
