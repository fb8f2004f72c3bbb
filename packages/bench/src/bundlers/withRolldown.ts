import { rolldown } from 'rolldown'
import type { Bundled, BundleParameters } from './Bundled.ts'
import { conditionsOf } from './conditionsOf.ts'
import { entryFile } from './entryFile.ts'
import { external } from './external.ts'
import { splitAtStart } from './splitAtStart.ts'

/** Vite's bundler. */
export async function withRolldown({ entry, from }: BundleParameters): Promise<Bundled> {
  const bundle = await rolldown({
    input: entryFile,
    external,
    platform: 'browser',
    resolve: { conditionNames: conditionsOf(from) },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entryFile ? id : null),
        load: (id) => (id === entryFile ? entry : id.endsWith('.css') ? '' : null),
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
