import { resolve } from 'node:path'
import { isBuilt } from '../../../test/src/packed/pack.ts'
import { pnpm } from '../../../test/src/packed/pnpm.ts'

/** Builds our packages as they would be published: bundlers divide what is built otherwise than the sources. */
export async function buildOurs(): Promise<void> {
  if (isBuilt) return
  for (const name of ['core', 'react'])
    await pnpm(resolve(import.meta.dirname, '../../..', name), ['build'])
}
