import { join, resolve } from 'node:path'
import { pnpm } from './pnpm.ts'

const packages = resolve(import.meta.dirname, '../../..')

/** What a dapp with a backend of its own installs of ours. */
export const publishedOurs = ['core', 'react', 'relay', 'emulator', 'test-wallet'] as const

/** Whether the packages are built already: then each test that packs them would only build them again. */
export const isBuilt = process.env.TAKOKIT_BUILT === '1'

/** Builds one of our packages and packs it as it would be published: the file, and the folder that it came from. */
export async function pack(
  name: string,
  folder: string,
): Promise<{ file: string; source: string }> {
  const source = join(packages, name)
  const file = join(folder, `${name}.tgz`)
  if (!isBuilt) await pnpm(source, ['build'])
  await pnpm(source, ['pack', '--out', file])
  return { file, source }
}
