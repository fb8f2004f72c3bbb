import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Everything beside the tests that must hold: `pnpm check`, or `pnpm check types lint` for some of it. Prints a line per
 * step, the output of what failed, and a sum.
 */
const root = resolve(import.meta.dirname, '../../..')
const folders = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => join(folder, name)),
)
const publicPackages = folders.filter((folder) => {
  const manifest = join(root, folder, 'package.json')
  return existsSync(manifest) && !JSON.parse(readFileSync(manifest, 'utf8')).private
})

interface Step {
  group: string
  name: string
  command: string[]
  cwd?: string
}

const pnpm = [process.execPath, process.env.npm_execpath ?? '']
const bin = (name: string) => join(root, 'node_modules/.bin', name)

const steps: Step[] = [
  ...folders
    .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
    .map((folder) => ({
      group: 'types',
      name: folder,
      command: [bin('tsc'), '--noEmit', '-p', folder],
    })),
  { group: 'types', name: 'root', command: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { group: 'format', name: 'biome', command: [bin('biome'), 'format', '.'] },
  { group: 'lint', name: 'oxlint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  {
    group: 'tests',
    name: 'none that cannot fail',
    command: [bin('tsx'), 'packages/test/scripts/checkTests.ts'],
  },
  { group: 'unused', name: 'knip', command: [bin('knip')] },
  {
    group: 'layers',
    name: 'rooms and packages',
    command: [bin('vitest'), 'run', '--project', 'unit', 'packages/test/src/layers.test.ts'],
  },
  { group: 'sizes', name: 'budgets', command: [bin('tsx'), 'packages/bench/src/sizes.ts'] },
  {
    group: 'storybook',
    name: 'static, asks nobody',
    command: [bin('tsx'), 'packages/test/scripts/checkStorybook.ts'],
  },
  {
    group: 'site',
    name: 'the built docs: policy, axe, without JavaScript, nothing moves',
    command: [bin('vitest'), 'run', '--config', 'packages/test/src/site/vitest.config.ts'],
  },
  { group: 'packages', name: 'build', command: [...pnpm, 'build'] },
  ...publicPackages.flatMap((folder) => [
    {
      group: 'packages',
      name: `publint ${folder}`,
      command: [bin('publint'), '--strict'],
      cwd: folder,
    },
    {
      group: 'packages',
      name: `are the types wrong ${folder}`,
      // ESM only, and styles have no types. Everything else holds for `moduleResolution: "node"` too.
      command: [
        bin('attw'),
        '--pack',
        '.',
        '--ignore-rules',
        'cjs-resolves-to-esm',
        '--exclude-entrypoints',
        'styles.css',
        'styles.layer.css',
      ],
      cwd: folder,
    },
  ]),
  {
    group: 'browsers',
    name: 'nothing newer than the oldest supported ones, by MDN’s data',
    command: [bin('tsx'), 'packages/test/scripts/checkBrowsers.ts'],
  },
  // Next.js 12 and older setups read `main`, `types` and `typesVersions` only.
  {
    group: 'packages',
    name: 'types without `exports` (moduleResolution: node10)',
    command: [bin('tsc'), '-p', 'packages/test/src/compat/node10/node10.json'],
  },
  // A server's tests use the emulator too, and may check the types of libraries.
  {
    group: 'packages',
    name: 'the emulator’s types without DOM',
    command: [bin('tsc'), '-p', 'packages/test/src/compat/noDom/noDom.json'],
  },
]

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
let passed = 0
let failed = 0
for (const { group, name, command, cwd = '.' } of steps) {
  if (wanted.length > 0 && !wanted.includes(group)) continue
  const [program = '', ...rest] = command
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd: join(root, cwd),
    encoding: 'utf8',
    maxBuffer: 1e8,
    // publint and attw pack with the package manager that runs this.
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
      NO_COLOR: '1',
      // The report is of the tests, not of a check that is one of them.
      TAKOKIT_TEST_REPORT: '',
    },
  })
  if (status === 0) passed++
  else failed++
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${group}: ${name}`)
  if (status !== 0 || group === 'sizes') console.log(`${stdout}${stderr}`)
}
console.log(`check: ${passed} passed, ${failed} failed`)
if (process.env.TAKOKIT_CHECK_REPORT)
  writeFileSync(process.env.TAKOKIT_CHECK_REPORT, JSON.stringify({ passed, failed }))
process.exitCode = failed > 0 ? 1 : 0
