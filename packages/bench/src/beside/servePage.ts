import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { type PageServer, serveFiles } from '../../../test/src/tabs/harness/serveFiles.ts'

/** Bundles a page of ours with the peers that it imports, and serves it from its own loopback origin. */
export async function servePage(file: string, peers: string): Promise<PageServer> {
  const bundle = await rolldown({
    input: { page: file },
    platform: 'browser',
    resolve: {
      conditionNames: ['@takokit/source', 'import', 'module', 'browser', 'production'],
      modules: [join(peers, 'node_modules'), 'node_modules'],
    },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog(level, log, handler) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      if (level === 'warn') return
      handler(level, log)
    },
  })
  const { output } = await bundle.generate({
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  const files = new Map(
    output.map((one) => [`/${one.fileName}`, one.type === 'chunk' ? one.code : one.source]),
  )
  files.set(
    '/',
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><div id="root"></div><script type="module" src="/page.js"></script></html>',
  )
  return serveFiles(files)
}
