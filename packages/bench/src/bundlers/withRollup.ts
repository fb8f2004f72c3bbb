import { nodeResolve } from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import { rollup } from 'rollup'
import type { Bundled, BundleParameters } from './Bundled.ts'
import { conditionsOf } from './conditionsOf.ts'
import { entryFile } from './entryFile.ts'
import { external } from './external.ts'
import { splitAtStart } from './splitAtStart.ts'

/** Rollup parses JavaScript only. */
const options = {
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
} as const

/** The bundler of Vite until version 7. */
export async function withRollup({ entry, from, folder }: BundleParameters): Promise<Bundled> {
  const input = entryFile(folder)
  const bundle = await rollup({
    input,
    external,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === input ? id : null),
        load: (id) => (id === input ? entry : id.endsWith('.css') ? '' : null),
        async transform(code, id) {
          return (await transform(code, { ...options, loader: id.endsWith('x') ? 'tsx' : 'ts' }))
            .code
        },
      },
      nodeResolve({ browser: true, exportConditions: conditionsOf(from) }),
      {
        name: 'minify',
        renderChunk: async (code) =>
          (await transform(code, { ...options, minify: true, format: 'esm' })).code,
      },
    ],
    onLog(level, log, handler) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
    },
  })
  const { output } = await bundle.generate({ format: 'esm' })
  return splitAtStart(
    output
      .filter((one) => one.type === 'chunk')
      .map(({ fileName: name, isEntry, imports, code, moduleIds: modules }) => {
        return { name, isEntry, imports, code, modules }
      }),
  )
}
