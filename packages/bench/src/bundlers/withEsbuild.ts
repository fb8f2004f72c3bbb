import { isBuiltin } from 'node:module'
import { dirname, isAbsolute } from 'node:path'
import { build } from 'esbuild'
import type { Bundled, BundleParameters } from './Bundled.ts'
import { conditionsOf } from './conditionsOf.ts'
import { entryFile } from './entryFile.ts'
import { external } from './external.ts'
import { emptyModule } from './emptyModule.ts'
import { splitAtStart } from './splitAtStart.ts'

export async function withEsbuild({ entry, from, folder }: BundleParameters): Promise<Bundled> {
  const sourcefile = entryFile(folder)
  const { metafile, outputFiles } = await build({
    stdin: { contents: entry, resolveDir: dirname(sourcefile), sourcefile, loader: 'ts' },
    absWorkingDir: dirname(sourcefile),
    outdir: 'out',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    logLevel: 'error',
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: conditionsOf(from),
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'empty',
        setup(on) {
          on.onResolve({ filter: /^[\w:/]+$/ }, async ({ path, kind, resolveDir, pluginData }) => {
            if (!isBuiltin(path) || pluginData === 'asked') return undefined
            const found = await on.resolve(path, { kind, resolveDir, pluginData: 'asked' })
            return isAbsolute(found.path) ? found : { path, namespace: 'empty' }
          })
          on.onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: emptyModule }))
        },
      },
      {
        name: 'external',
        setup(on) {
          for (const filter of external)
            on.onResolve({ filter }, ({ path }) => ({ path, external: true }))
        },
      },
    ],
  })
  return splitAtStart(
    Object.entries(metafile.outputs).map(([name, { entryPoint, imports, inputs }], at) => ({
      name,
      isEntry: entryPoint?.endsWith('takokit-size-entry.ts') === true,
      imports: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
      code: outputFiles[at]?.text ?? '',
      modules: Object.keys(inputs),
    })),
  )
}
