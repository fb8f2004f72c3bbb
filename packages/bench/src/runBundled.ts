import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/**
 * Runs a source file as in production: bundled, by Node alone. A TypeScript loader in the process would be measured with every
 * `import()`, which takes a hundred times as long through it.
 *
 * @throws {Error} If it ends with another exit code than 0.
 */
export async function runBundled(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'takokit-bench-'))
  try {
    const main = await bundleFile(file, folder)
    const child = spawn(process.execPath, ['--expose-gc', main], {
      stdio: 'inherit',
    })
    const [code] = (await once(child, 'exit')) as [number | null]
    if (code !== 0) throw new Error(`The measuring ended with exit code ${code}.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Bundles a source file with all that it imports, also from these folders. Returns the path of the bundle. */
export async function bundleFile(
  file: string,
  folder: string,
  modules: readonly string[] = [],
): Promise<string> {
  const bundle = await rolldown({
    input: { main: file },
    platform: 'node',
    resolve: {
      conditionNames: ['@takokit/source', 'node', 'import'],
      modules: [...modules, 'node_modules'],
    },
  })
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  return join(folder, 'main.mjs')
}
