import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles a file of this folder with its imports, so that a process starts fast. */
export async function bundleForNode(name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'takokit-bundle-'))
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [fileURLToPath(new URL(`./${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@takokit/source'],
    // CommonJS dependencies need it.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    logLevel: 'silent',
  })
  return { path: outfile, dispose: () => rm(folder, { recursive: true, force: true }) }
}
