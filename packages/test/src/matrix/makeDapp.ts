import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pnpm } from '../packed/pnpm.ts'
import type { Row } from './rows.ts'

const apps = resolve(import.meta.dirname, 'apps')

export interface MakeDappParameters {
  row: Row
  /** A folder with our packages as published. */
  folder: string
  /** The packages' names, each with its file. */
  packed: Record<string, string>
}

/** Installs a dapp of the matrix outside of the workspace, and builds it for production. Returns its folder. */
export async function makeDapp({ row, folder, packed }: MakeDappParameters): Promise<string> {
  const at = mkdtempSync(join(folder, `${row.name}-`))
  const types = { '@types/react': '19.3.0', '@types/react-dom': '19.3.0', '@types/node': '20.19.0' }
  const common = { viem: '2.57.20', '@tanstack/react-query': '5.108.0', ...types }
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      ...row.dependencies,
      ...common,
      '@takokit/core': packed['@takokit/core'],
      '@takokit/react': packed['@takokit/react'],
    },
    // The packages depend on one another.
    pnpm: { overrides: packed },
    // Parcel reads `exports` only where it is told to.
    '@parcel/resolver-default': { packageExports: true },
  }
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest))
  cpSync(join(apps, 'shared'), join(at, 'src'), { recursive: true })
  // A kit's own components are beside those that all have.
  for (const file of readdirSync(join(apps, row.name)))
    cpSync(join(apps, row.name, file), join(at, file.endsWith('.tsx') ? 'src' : '', file), {
      recursive: true,
    })
  await pnpm(at, ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'])
  await pnpm(at, ['exec', ...row.build])
  // What a bundler does not copy by itself.
  if (row.output && !existsSync(join(at, row.output, 'index.html')))
    cpSync(join(at, 'index.html'), join(at, row.output, 'index.html'))
  return at
}
