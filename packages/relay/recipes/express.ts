// The relay as a part of an Express server, from 4 on. It may come before or after `express.json()`.
import type { RequestListener } from 'node:http'
import type { Relay } from '@takokit/relay'
import { createNodeListener } from '@takokit/relay/node'

/** As much of `express()` as is needed. */
interface ExpressApp {
  use: (path: string, listener: RequestListener) => unknown
}

/** Mounts it at its `basePath`. */
export function mountRelay(app: ExpressApp, relay: Pick<Relay, 'fetch'>): void {
  app.use('/auth', createNodeListener(relay))
}
