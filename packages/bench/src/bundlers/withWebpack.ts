import { builtinModules } from 'node:module'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import webpack, { type Stats } from 'webpack'
import type { Bundled, BundledFile, BundleParameters } from './Bundled.ts'
import { conditionsOf } from './conditionsOf.ts'
import { external } from './external.ts'

export async function withWebpack({
  entry,
  from,
  folder = import.meta.dirname,
}: BundleParameters): Promise<Bundled> {
  const output = mkdtempSync(join(tmpdir(), 'takokit-webpack-'))
  try {
    const compiler = webpack({
      mode: 'production',
      target: ['web', 'es2022'],
      context: folder,
      entry: { start: `data:text/javascript,${encodeURIComponent(entry)}` },
      experiments: { outputModule: true },
      output: { path: output, module: true, library: { type: 'module' }, publicPath: '/' },
      externalsType: 'module',
      externals: external,
      resolve: {
        conditionNames: conditionsOf(from),
        fallback: Object.fromEntries(builtinModules.map((name) => [name, false])),
      },
      module: {
        rules: [
          { test: /\.tsx?$/, loader: join(import.meta.dirname, 'stripTypes.cjs') },
          { test: /\.css$/, type: 'asset/source' },
        ],
      },
      // What webpack adds to every application once, whatever is in it.
      optimization: { runtimeChunk: 'single' },
      performance: false,
      cache: false,
    })
    const stats = await new Promise<Stats>((resolve, reject) => {
      compiler.run((error, done) => (done ? resolve(done) : reject(error)))
    })
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'))
    const { compilation } = stats
    const started = compilation.entrypoints.get('start')?.chunks ?? []
    const files = (isStart: boolean): BundledFile[] =>
      [...compilation.chunks]
        .filter((chunk) => chunk.name !== 'runtime' && started.includes(chunk) === isStart)
        .flatMap((chunk) =>
          [...chunk.files].map((name) => ({
            code: readFileSync(join(output, name), 'utf8'),
            modules: compilation.chunkGraph
              .getChunkModules(chunk)
              .map((module) => module.identifier()),
          })),
        )
    return { start: files(true), later: files(false) }
  } finally {
    rmSync(output, { recursive: true })
  }
}
