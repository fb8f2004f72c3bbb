import { isBuiltin } from 'node:module'
import { rolldown } from 'rolldown'
import type { Bundled, BundleParameters } from './Bundled.ts'
import { conditionsOf } from './conditionsOf.ts'
import { entryFile } from './entryFile.ts'
import { external } from './external.ts'
import { emptyModule } from './emptyModule.ts'
import { splitAtStart } from './splitAtStart.ts'

/** Vite's bundler. */
export async function withRolldown({ entry, from, folder }: BundleParameters): Promise<Bundled> {
  const input = entryFile(folder)
  const bundle = await rolldown({
    input,
    external,
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    resolve: { conditionNames: conditionsOf(from) },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === input ? id : null),
        load: (id) => (id === input ? entry : id.endsWith('.css') ? '' : null),
      },
      {
        name: 'empty',
        async resolveId(id, importer, { kind }) {
          if (!isBuiltin(id)) return null
          return (await this.resolve(id, importer, { kind, skipSelf: true })) ?? `\0empty ${id}`
        },
        load: (id) => (id.startsWith('\0empty ') ? emptyModule : null),
      },
    ],
    onLog(level, log, handler) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
    },
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  return splitAtStart(
    output
      .filter((one) => one.type === 'chunk')
      .map(({ fileName: name, isEntry, imports, code, moduleIds: modules }) => {
        return { name, isEntry, imports, code, modules }
      }),
  )
}
