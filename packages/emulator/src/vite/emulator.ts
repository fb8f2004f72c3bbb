import type { Plugin } from 'vite'
import { createEmulator } from '../createEmulator.ts'
import { controlPath } from '../node/controlPath.ts'
import { createNodeListener } from '../node/createNodeListener.ts'
import type { Emulator } from '../Emulator.ts'
import type { EmulatorOptions } from '../EmulatorOptions.ts'

/** Options of the Vite plugin. */
export interface EmulatorPluginOptions extends EmulatorOptions {
  /** The path that the APIs are mounted at. Default: `/emulator`. */
  path?: string
  /** Whether to serve the control endpoint at `{path}/__emulator`. Default: false. */
  controls?: boolean
  /** Mounts this emulator instead of creating one from the other options. */
  emulator?: Emulator
}

/**
 * Mounts the four token APIs into Vite's dev and preview servers.
 *
 * @example
 * import { emulator } from '@takokit/emulator/vite'
 * import { defineConfig } from 'vite'
 *
 * export default defineConfig({ plugins: [emulator({ path: '/emulator', controls: true })] })
 */
export function emulator(options: EmulatorPluginOptions = {}): Plugin<{ emulator: Emulator }> {
  const { path = '/emulator', controls = false } = options
  const mounted = options.emulator ?? createEmulator(options)
  const listener = createNodeListener({
    emulator: mounted,
    controlPath: controls ? controlPath : null,
  })
  return {
    name: 'takokit:emulator',
    api: { emulator: mounted },
    configureServer: ({ middlewares }) => void middlewares.use(path, listener),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(path, listener),
  }
}
