import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, rolldown } from 'rolldown'

export interface BundleSize {
  /** What the page loads at start, in bytes of gzip: the entry and its static imports. */
  startBytes: number
  /** The same plus all lazy chunks. */
  allBytes: number
  code: string
}

/** What an application has already; it is left out of the figures. */
const external = [
  /^react($|\/)/,
  /^react-dom($|\/)/,
  /^viem($|\/)/,
  /^wagmi($|\/)/,
  /^@wagmi\//,
  /^@tanstack\//,
]

const entryName = 'takokit-size-entry'

/** Bundles a few lines as an application's bundler would, and measures the result. */
export async function measureSize(entry: string): Promise<BundleSize> {
  const bundle = await rolldown({
    input: entryName,
    cwd: import.meta.dirname,
    external,
    platform: 'browser',
    resolve: { conditionNames: ['@takokit/source', 'import', 'browser'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entryName ? join(import.meta.dirname, `${entryName}.ts`) : null),
        load: (id) => (id.endsWith(`${entryName}.ts`) ? entry : id.endsWith('.css') ? '' : null),
      },
    ],
    onLog(level, log, handler) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
    },
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  const chunks = new Map(
    output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])),
  )
  const atStart = new Set<OutputChunk>()
  const collect = (chunk: OutputChunk | undefined) => {
    if (!chunk || atStart.has(chunk)) return
    atStart.add(chunk)
    for (const name of chunk.imports) collect(chunks.get(name))
  }
  collect([...chunks.values()].find((chunk) => chunk.isEntry))
  const weigh = (list: Iterable<OutputChunk>) =>
    [...list].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0)
  return {
    startBytes: weigh(atStart),
    allBytes: weigh(chunks.values()),
    code: [...chunks.values()].map((chunk) => chunk.code).join('\n'),
  }
}
