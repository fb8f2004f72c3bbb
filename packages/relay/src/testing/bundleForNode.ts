import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Makes one file of a source file of this folder and all that it imports: a process is then started in a moment. */
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
    // What is CommonJS among the dependencies asks for it.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    logLevel: 'silent',
  })
  return { path: outfile, dispose: () => rm(folder, { recursive: true, force: true }) }
}
