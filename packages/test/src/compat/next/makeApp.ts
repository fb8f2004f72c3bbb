import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runPnpm } from './runPnpm.ts'

const workspace = resolve(import.meta.dirname, '../../../../..')
const dapp = resolve(import.meta.dirname, '../dapp')
const ours = ['core', 'react', 'relay']
const theirs = [
  '@tanstack/react-query',
  '@types/node',
  '@types/react',
  'react',
  'react-dom',
  'typescript',
  'viem',
  'wagmi',
]

/** The version of Next.js that the recipe is tested with. */
const next = '16.4.6'

const require = createRequire(import.meta.url)
const versionOf = (name: string): string => require(`${name}/package.json`).version

/** Creates a Next.js app in a temporary folder: our packages as published, and the relay's recipe unchanged. */
export function makeApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'takokit-next-'))
  const packed: Record<string, string> = {}
  for (const name of ours) {
    const cwd = join(workspace, 'packages', name)
    runPnpm({ cwd, parameters: ['build'] })
    runPnpm({ cwd, parameters: ['pack', '--out', join(folder, `${name}.tgz`)] })
    packed[`@takokit/${name}`] = `file:${join(folder, `${name}.tgz`)}`
  }
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      next,
      ...Object.fromEntries(theirs.map((name) => [name, versionOf(name)])),
      ...packed,
    },
    // The packages depend on one another.
    pnpm: { overrides: packed },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  const compilerOptions = {
    jsx: 'react-jsx',
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  cpSync(join(import.meta.dirname, 'app'), join(folder, 'src/app'), { recursive: true })
  for (const name of ['Refresh', 'Session', 'Token'])
    cpSync(join(dapp, `${name}.tsx`), join(folder, 'dapp', `${name}.tsx`))
  const route = join(folder, 'src/app/auth/[...path]')
  mkdirSync(route, { recursive: true })
  cpSync(join(workspace, 'packages/relay/recipes/next.ts'), join(route, 'route.ts'))
  // As in a new app.
  writeFileSync(
    join(folder, 'next.config.mjs'),
    'export default { cacheComponents: true, partialPrefetching: true }',
  )
  // As in the recipe: a missing secret is found when the server starts.
  writeFileSync(
    join(folder, 'src/instrumentation.ts'),
    `export const register = () => import('./app/auth/[...path]/route')`,
  )
  runPnpm({ cwd: folder, parameters: ['install', '--ignore-workspace', '--prefer-offline'] })
  return folder
}
