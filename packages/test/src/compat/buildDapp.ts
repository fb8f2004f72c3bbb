import { resolve } from 'node:path'
import { type Alias, build, type PluginOption, type Rolldown } from 'vite'
import { resolvePacked } from '../packed/resolvePacked.ts'

export interface BuildDappParameters {
  alias?: Alias[]
  plugins?: PluginOption[]
  /** The folder of `main.tsx`. Default: the dapp of this folder. */
  root?: string
  /** A folder that `packPackages` created: the kit as installed. Default: its sources. */
  packed?: string
  /** React's build. Default: `development`, because StrictMode does nothing in production. */
  mode?: 'development' | 'production'
}

export interface BuiltDapp {
  /** The files to serve, by path. */
  files: Map<string, string | Uint8Array>
  /** Every module in the bundle, by the path of its file. */
  modules: string[]
  code: string
}

const dappRoot = resolve(import.meta.dirname, 'dapp')
const html =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>dapp</title><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>'

/** Bundles a dapp with the kit. */
export async function buildDapp({
  alias = [],
  plugins = [],
  root = dappRoot,
  packed,
  mode = 'development',
}: BuildDappParameters) {
  const { output } = (await build({
    configFile: false,
    mode,
    logLevel: 'error',
    root,
    plugins: packed ? [resolvePacked(packed), ...plugins] : plugins,
    // Vite would otherwise derive it from the environment, which is that of a test.
    oxc: { jsx: { development: mode === 'development' } },
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    resolve: {
      conditions: [...(packed ? [] : ['@takokit/source']), 'module', 'browser', mode],
      // Both this package and the kit's have a copy.
      dedupe: ['wagmi', '@tanstack/react-query', 'viem'],
      alias,
    },
    build: {
      write: false,
      // Tests search for the compiler's marks in unminified code.
      minify: mode === 'production',
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: resolve(root, 'main.tsx'),
        output: {
          entryFileNames: 'page.js',
          chunkFileNames: 'chunk-[hash].js',
          assetFileNames: 'page[extname]',
        },
      },
    },
  })) as Rolldown.RolldownOutput
  const chunks = output.filter((file) => file.type === 'chunk')
  const files: BuiltDapp['files'] = new Map([['/', html]])
  for (const file of output)
    files.set(`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
  return {
    files,
    modules: chunks.flatMap(({ moduleIds }) => moduleIds),
    code: chunks.map(({ code }) => code).join('\n'),
  } satisfies BuiltDapp
}
