import { execFile } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { layOutDapp } from '../matrix/layOutDapp.ts'
import { rows } from '../matrix/rows.ts'
import { pack } from './pack.ts'

const run = promisify(execFile)
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-create-'))
  const { file } = await pack('create-takokit', folder)
  await run('tar', ['-xzf', file, '-C', folder])
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the program as npm does, from the packed files and with nothing else installed. */
const create = (...parameters: string[]) =>
  run(process.execPath, [join(folder, 'package/bin/create-takokit.js'), ...parameters], {
    cwd: folder,
  })

/** Every file below a folder, with its text. */
function read(at: string): Record<string, string> {
  const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(join(at, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(at, name), 'utf8')]))
}

const templates = rows.filter(({ dev }) => dev)

test.for(templates)('default: $name: the dapp that is tested, with a manifest', async (row) => {
  const { stdout } = await create(row.name, '--template', row.name)
  expect(stdout).toContain(`cd ${row.name}`)
  const {
    'package.json': manifest = '',
    '.gitignore': ignored,
    'tsconfig.json': tsconfig = '',
    ...files
  } = read(join(folder, row.name))
  const expected = join(folder, 'expected', row.name)
  mkdirSync(expected, { recursive: true })
  layOutDapp(row.name, expected)
  expect(files).toEqual(read(expected))
  expect(ignored).toContain('node_modules')
  const { name, scripts, dependencies, devDependencies } = JSON.parse(manifest)
  const commands = { dev: row.dev, build: row.build.join(' '), types: 'tsc --noEmit' }
  expect([name, scripts]).toEqual([row.name, commands])
  expect(JSON.parse(tsconfig).compilerOptions).toMatchObject({
    strict: true,
    moduleResolution: 'bundler',
  })
  expect(devDependencies).toHaveProperty('typescript')
  expect({ ...dependencies, ...devDependencies }).toMatchObject(row.dependencies)
  const { version } = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../../core/package.json'), 'utf8'),
  )
  expect(dependencies['@takokit/core']).toBe(`^${version}`)
})

test('default: what is written has no type errors, by its own tsconfig.json', async () => {
  // Below the workspace, whose installed packages are found from there.
  const at = mkdtempSync(join(import.meta.dirname, '../../node_modules/.template-'))
  onTestFinished(() => rmSync(at, { recursive: true }))
  const compile = async (name: string) => {
    await create(join(at, name), '--template', name)
    // One mistake, which shows that it does compile.
    appendFileSync(join(at, name, 'src/auth.ts'), "export const wrong: number = ''\n")
    return run(process.execPath, [tsc, '-p', join(at, name), '--pretty', 'false']).then(
      () => [],
      ({ stdout }: { stdout: string }) => stdout.trim().split('\n'),
    )
  }
  expect(await Promise.all(['vite', 'parcel'].map(compile))).toEqual([
    [expect.stringMatching(/vite\/src\/auth\.ts.*TS2322/)],
    [expect.stringMatching(/parcel\/src\/auth\.ts.*TS2322/)],
  ])
})

test('default: without a terminal and without names: my-dapp, by Vite', async () => {
  await create()
  expect(JSON.parse(read(join(folder, 'my-dapp'))['package.json'] ?? '')).toMatchObject({
    name: 'my-dapp',
    scripts: { dev: 'vite' },
  })
})

test('behavior: a folder with something in it is left alone, and an unknown template is told', async () => {
  await expect(create('expected')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('expected is not empty'),
  })
  await expect(create('other', '--template', 'vue')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no template "vue". There are appkit, astro'),
  })
})
