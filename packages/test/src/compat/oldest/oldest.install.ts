import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright'
import type { Plugin } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pack, publishedOurs } from '../../packed/pack.ts'
import { pnpm } from '../../packed/pnpm.ts'
import { launchShell } from '../../tabs/harness/launchShell.ts'
import { buildDapp } from '../buildDapp.ts'
import { journey } from '../journey.ts'
import { openDapp } from '../openDapp.ts'

/** The oldest versions that the kit works with, and those of a dapp that it was tried in. */
const rows = [
  { viem: '2.4.0', wagmi: '2.2.0', query: '5.17.0', typescript: '5.4.5' },
  { viem: '2.29.2', wagmi: '2.15.2', query: '5.76.0', typescript: '5.8.3' },
]
const entries = resolve(import.meta.dirname, '../node10/app.tsx')

/** As Next.js 12 writes it: without `exports`. */
const next12 = {
  target: 'es5',
  lib: ['dom', 'dom.iterable', 'esnext'],
  allowJs: true,
  skipLibCheck: true,
  strict: true,
  forceConsistentCasingInFileNames: true,
  noEmit: true,
  esModuleInterop: true,
  module: 'esnext',
  moduleResolution: 'node',
  resolveJsonModule: true,
  isolatedModules: true,
  jsx: 'preserve',
}

let browser: Browser
let folder: string
const packed: Record<string, string> = {}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-oldest-'))
  for (const name of publishedOurs)
    packed[`@takokit/${name}`] = `file:${(await pack(name, folder)).file}`
  browser = await launchShell()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** Installs our packages beside what a dapp has. Peers that do not fit are an error, as they are for npm. */
async function install({ viem, wagmi, query, typescript }: (typeof rows)[number]): Promise<string> {
  const at = mkdtempSync(join(folder, 'dapp-'))
  const theirs = { viem, wagmi, '@tanstack/react-query': query, typescript }
  const react = {
    react: '18.3.1',
    'react-dom': '18.3.1',
    '@types/react': '18.3.12',
    '@types/node': '20.19.0',
  }
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ...theirs, ...react, ...packed },
    // Ours depend on one another; wagmi's connectors are large, and nobody here imports them.
    pnpm: { overrides: { ...packed, '@wagmi/connectors': '-' } },
  }
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest))
  const compilerOptions = {
    jsx: 'react-jsx',
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['node'],
    strict: true,
    noEmit: true,
    // Theirs are not all right; what ours say is compared with them all the same.
    skipLibCheck: false,
  }
  const write = (name: string, options: object) =>
    writeFileSync(join(at, name), JSON.stringify({ compilerOptions: options, files: ['app.tsx'] }))
  write('tsconfig.json', compilerOptions)
  write('next12.json', next12)
  cpSync(entries, join(at, 'app.tsx'))
  const strict = ['--strict-peer-dependencies', '--config.auto-install-peers=false']
  await pnpm(at, [
    'install',
    '--ignore-workspace',
    '--ignore-scripts',
    '--prefer-offline',
    ...strict,
  ])
  return at
}

/** What TypeScript says of the dapp and of our packages. */
function typeErrors(at: string, project: string): string[] {
  try {
    execFileSync(join(at, 'node_modules/.bin/tsc'), ['-p', project], { cwd: at, encoding: 'utf8' })
    return []
  } catch (error) {
    const { stdout = '' } = error as { stdout?: string }
    const lines = stdout.split('\n').filter((line) => /^app\.tsx|@takokit/.test(line))
    // Nobody needs it who does not import the emulator's plugin.
    return lines.filter((line) => !line.includes("Cannot find module 'vite'"))
  }
}

/** The dapp takes a connector from wagmi, which has exported it since 2.14: before, from its core. */
const injectedFromCore: Plugin = {
  name: 'injected-from-core',
  enforce: 'pre',
  transform: {
    filter: { id: /\/dapp\/world\.ts$/ },
    handler: (code) =>
      code.replace("custom, injected } from 'wagmi'", "custom, injected } from '@wagmi/core'"),
  },
}

test.each(rows)('behavior: viem $viem and wagmi $wagmi', async (row) => {
  const at = await install(row)
  expect(typeErrors(at, 'tsconfig.json')).toEqual([])
  expect(typeErrors(at, 'next12.json')).toEqual([])
  const names = ['viem', 'wagmi', '@tanstack/react-query', 'react', 'react-dom']
  const alias = [...names, '.pnpm/node_modules/@wagmi/core'].map((path) => ({
    find: new RegExp(`^${path.replace(/^.*node_modules\//, '')}(?=/|$)`),
    replacement: realpathSync(join(at, 'node_modules', path)),
  }))
  const dapp = await buildDapp({ packed: at, alias, plugins: [injectedFromCore] })
  const versions = dapp.modules.flatMap(
    (file) => /\/\.pnpm\/((?:viem|wagmi)@[\d.]+)/.exec(file)?.[1] ?? [],
  )
  expect(new Set(versions)).toEqual(new Set([`viem@${row.viem}`, `wagmi@${row.wagmi}`]))
  const { page, complaints } = await openDapp(browser, dapp)
  await journey(page)
  expect(complaints).toEqual([])
  await page.close()
})

test('default: the packages ask for no newer version than the oldest here', () => {
  const [oldest] = rows
  for (const name of publishedOurs) {
    const file = resolve(import.meta.dirname, `../../../../${name}/package.json`)
    const { peerDependencies } = JSON.parse(readFileSync(file, 'utf8'))
    expect(peerDependencies.viem).toBe(`^${oldest?.viem}`)
    if (name === 'react') expect(peerDependencies.wagmi).toBe(`^${oldest?.wagmi} || ^3.0.0`)
  }
})
