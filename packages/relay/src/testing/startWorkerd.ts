import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The edge runtime's binary, or `undefined` if there is none for this machine. */
export const workerdPath = findWorkerd()

function findWorkerd(): string | undefined {
  try {
    const name = `@cloudflare/workerd-${process.platform}-${process.arch === 'x64' ? '64' : process.arch}`
    const require = createRequire(createRequire(import.meta.url).resolve('workerd'))
    return require.resolve(`${name}/bin/workerd`)
  } catch {
    return undefined
  }
}

/** Bundles a recipe and serves it with workerd, the runtime of Cloudflare Workers. */
export async function startWorkerd(recipe: string, env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'takokit-workerd-'))
  await build({
    entryPoints: [fileURLToPath(new URL(`../../recipes/${recipe}.ts`, import.meta.url))],
    outfile: join(folder, 'worker.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['@takokit/source', 'workerd', 'worker', 'browser'],
    logLevel: 'silent',
  })
  const bindings = Object.entries(env).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)})`,
  )
  await writeFile(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .relay),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const relay :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
  bindings = [${bindings.join(', ')}],
);
`,
  )
  const child = spawn(workerdPath ?? 'workerd', ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const control = child.stdio[3]
  let port = 0
  if (control && 'on' in control)
    for await (const chunk of control as NodeJS.ReadableStream) {
      const said = /"port":(\d+)/.exec(String(chunk))
      if (!said) continue
      port = Number(said[1])
      break
    }
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
