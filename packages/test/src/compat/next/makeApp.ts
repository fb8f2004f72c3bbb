import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isBuilt } from '../../packed/pack.ts'
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

/** Creates a Next.js app in a temporary folder: our packages as published, and the relay's recipes unchanged. */
export function makeApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'takokit-next-'))
  const packed: Record<string, string> = {}
  for (const name of ours) {
    const cwd = join(workspace, 'packages', name)
    if (!isBuilt) runPnpm({ cwd, parameters: ['build'] })
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
  const recipes = join(workspace, 'packages/relay/recipes')
  cpSync(join(recipes, 'next.ts'), join(folder, 'src/app/relay.ts'))
  cpSync(join(recipes, 'session/next.ts'), join(folder, 'src/session.ts'))
  // The lines that the recipes ask for, and a configuration of which both kinds are built.
  cpSync(join(import.meta.dirname, 'files'), folder, { recursive: true })
  runPnpm({ cwd: folder, parameters: ['install', '--ignore-workspace', '--prefer-offline'] })
  return folder
}
