import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pnpm } from '../../../../test/src/packed/pnpm.ts'
import { versions } from './versions.ts'

const folder = resolve(import.meta.dirname, '../../../../../node_modules/.cache/takokit/peers')

/** Installs the pinned peers outside of the workspace, once for each set of versions. Returns the folder to resolve them from. */
export async function installPeers(): Promise<string> {
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: versions })
  const at = join(folder, createHash('sha256').update(manifest).digest('hex').slice(0, 8))
  const done = join(at, 'installed')
  if (existsSync(done)) return at
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'package.json'), manifest)
  await pnpm(at, ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'])
  writeFileSync(done, '')
  return at
}
