import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'tsdown'
import { dependenciesOf } from '../test/src/matrix/dependenciesOf.ts'
import { layOutDapp } from '../test/src/matrix/layOutDapp.ts'
import { type Row, rows } from '../test/src/matrix/rows.ts'
import { tsconfigOf } from '../test/src/matrix/tsconfigOf.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** What only builds a dapp, and is not in it. */
const isTool = (name: string) =>
  /^(@types\/.*|@vitejs\/.*|@react-router\/dev|vite|parcel|typescript)$/.test(name)

/** A template is a dapp of the matrix, which is tested as installed, with a manifest for its author. */
function writeTemplate(row: Row): void {
  const at = join('dist/templates', row.name)
  layOutDapp(row.name, at)
  const ours = { '@takokit/core': `^${version}`, '@takokit/react': `^${version}` }
  const all = Object.entries({ ...ours, ...dependenciesOf(row) })
  const manifest = {
    private: true,
    type: 'module',
    scripts: { dev: row.dev, build: row.build.join(' '), types: 'tsc --noEmit' },
    dependencies: Object.fromEntries(all.filter(([name]) => !isTool(name))),
    devDependencies: Object.fromEntries(all.filter(([name]) => isTool(name))),
    // Parcel reads `exports` only where it is told to.
    ...(row.name === 'parcel' && { '@parcel/resolver-default': { packageExports: true } }),
  }
  const files = { 'package.json': manifest, 'tsconfig.json': tsconfigOf(row.name) }
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(at, name), `${JSON.stringify(content, null, 2)}\n`)
}

export default defineConfig({
  entry: ['src/exports/index.ts', 'src/main.ts'],
  root: 'src',
  unbundle: true,
  dts: true,
  platform: 'node',
  fixedExtension: false,
  onSuccess() {
    for (const row of rows) if (row.dev) writeTemplate(row)
  },
})
