import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from '../createEmulator.ts'
import type { Emulator } from '../Emulator.ts'
import type { EmulatorOptions } from '../EmulatorOptions.ts'
import { providerNames } from '../types/ProviderName.ts'
import { controlPath } from './controlPath.ts'
import { createNodeListener } from './createNodeListener.ts'

/** Options of `serveEmulator`. */
export interface ServeEmulatorOptions extends EmulatorOptions {
  /** Default: any free port. */
  port?: number
  /** Default: `127.0.0.1`, which other machines cannot reach. */
  hostname?: string
  /** Whether to serve the control endpoint at `/__emulator`. Default: false. */
  controls?: boolean
  /** Serves this emulator instead of creating one from the other options. */
  emulator?: Emulator
}

/** A running emulator. */
export interface EmulatorServer {
  /** Its URL, without a trailing slash. */
  url: string
  emulator: Emulator
  /** Releases hanging requests, drops open connections and stops. */
  close(): Promise<void>
}

/**
 * Serves the four token APIs over HTTP.
 *
 * @example
 * import { serveEmulator } from '@takokit/emulator/node'
 *
 * const server = await serveEmulator({ port: 8000 })
 * const response = await fetch(`${server.url}/v2/token`, { method: 'POST' })
 * await server.close()
 *
 * @throws Node's error if the port is taken.
 */
export async function serveEmulator(options: ServeEmulatorOptions = {}): Promise<EmulatorServer> {
  const { port = 0, hostname = '127.0.0.1', controls = false } = options
  const emulator = options.emulator ?? createEmulator(options)
  const listener = createNodeListener({ emulator, controlPath: controls ? controlPath : null })
  const server = createServer(listener).listen(port, hostname)
  await once(server, 'listening')
  const { address, family, port: actualPort } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`,
    emulator,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const name of providerNames) emulator.controls[name].release()
      server.closeAllConnections()
      await closed
    },
  }
}
