import { dirname } from 'node:path'
import { build } from 'esbuild'
import type { Bundled, BundleParameters } from './Bundled.ts'
import { conditionsOf } from './conditionsOf.ts'
import { entryFile } from './entryFile.ts'
import { external } from './external.ts'
import { splitAtStart } from './splitAtStart.ts'

export async function withEsbuild({ entry, from }: BundleParameters): Promise<Bundled> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: entry, resolveDir: dirname(entryFile), sourcefile: entryFile, loader: 'ts' },
    absWorkingDir: dirname(entryFile),
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
