import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { pnpm } from '../packed/pnpm.ts'

const compilers = ['5.9.3', '6.0.3', '7.0.2']
/** It imports every entry of every package. */
const app = resolve(import.meta.dirname, '../compat/node10/app.tsx')

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-types-'))
  const packed = inject('ours')
  const theirs = { viem: '2.57.20', wagmi: '3.7.7', '@tanstack/react-query': '5.108.0' }
  const react = { react: '19.3.1', 'react-dom': '19.3.1', '@types/react': '19.3.0' }
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      ...theirs,
      ...react,
      ...packed,
      '@types/node': '20.19.0',
      vite: '8.3.8',
      ...Object.fromEntries(compilers.map((one) => [`typescript-${one}`, `npm:typescript@${one}`])),
    },
    pnpm: { overrides: packed },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  cpSync(app, join(folder, 'app.tsx'))
  writeFileSync(
    join(folder, 'wrong.tsx'),
    `import { tako } from '@takokit/core'\nexport const wrong: number = tako()\n`,
  )
  await pnpm(folder, ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'])
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The whole output of a compiler about the app and our declarations: other packages' declarations have faults of their own. */
function compile(version: string, files: string[]): string[] {
  const compilerOptions = {
    jsx: 'react-jsx',
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  }
  const project = `tsconfig.${version}.json`
  writeFileSync(join(folder, project), JSON.stringify({ compilerOptions, files }))
  const program = join(folder, `node_modules/typescript-${version}/bin/tsc`)
  const { stdout, status } = spawnSync(process.execPath, [program, '-p', project], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(status).not.toBe(null)
  return stdout.split('\n').filter((line) => /^(app|wrong)\.tsx|@takokit/.test(line))
}

test.for(compilers)(
  'default: our declarations in TypeScript %s, strict, not skipped',
  // Two cores read the declarations of viem and wagmi for a minute.
  { timeout: 600_000 },
  (version) => {
    // One mistake, which shows that it does compile.
    expect(compile(version, ['app.tsx', 'wrong.tsx'])).toEqual([
      expect.stringMatching(/^wrong\.tsx.*TS2322: Type 'TokenProvider<"tako">'/),
    ])
  },
)
