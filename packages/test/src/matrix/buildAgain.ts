import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm } from '../packed/pnpm.ts'

export interface BuildAgainParameters {
  /** The folder of a dapp that Vite builds. */
  at: string
  /** Files of `src`, each with the file that takes its place from now on. */
  replaced: Record<string, string>
  /** The name of a folder for what is built. */
  output: string
}

/** Builds an installed dapp with other files. Returns the folder of what is built. */
export async function buildAgain({ at, replaced, output }: BuildAgainParameters): Promise<string> {
  for (const [name, file] of Object.entries(replaced)) cpSync(file, join(at, 'src', name))
  await pnpm(at, ['exec', 'tsc', '--noEmit'])
  await pnpm(at, ['exec', 'vite', 'build', '--outDir', output])
  return join(at, output)
}
