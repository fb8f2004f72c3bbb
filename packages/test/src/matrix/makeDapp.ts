import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '../packed/pnpm.ts'
import { dependenciesOf } from './dependenciesOf.ts'
import { layOutDapp } from './layOutDapp.ts'
import type { Row } from './rows.ts'
import { tsconfigOf } from './tsconfigOf.ts'

export interface MakeDappParameters {
  row: Row
  /** Where its own folder is made. */
  folder: string
  /** The packages' names, each with its file. */
  packed: Record<string, string>
}

/** Installs a dapp of the matrix outside of the workspace, and builds it for production. Returns its folder. */
export async function makeDapp({ row, folder, packed }: MakeDappParameters): Promise<string> {
  const at = mkdtempSync(join(folder, `${row.name}-`))
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      ...dependenciesOf(row),
      '@takokit/core': packed['@takokit/core'],
      '@takokit/react': packed['@takokit/react'],
    },
    // The packages depend on one another.
    pnpm: { overrides: packed },
    // Parcel reads `exports` only where it is told to.
    '@parcel/resolver-default': { packageExports: true },
  }
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest))
  layOutDapp(row.name, at)
  // A template is built and checked as its author has it.
  if (row.dev) writeFileSync(join(at, 'tsconfig.json'), JSON.stringify(tsconfigOf(row.name)))
  await pnpm(at, ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'])
  await pnpm(at, ['exec', ...row.build])
  if (row.dev) await pnpm(at, ['exec', 'tsc', '--noEmit'])
  // What a bundler does not copy by itself.
  if (row.output && !existsSync(join(at, row.output, 'index.html')))
    cpSync(join(at, 'index.html'), join(at, row.output, 'index.html'))
  return at
}
