import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { pack } from './pack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder whose `node_modules` has our packages as installed: built, packed and unpacked. */
    packed: string
  }
}

const run = promisify(execFile)
const ours = ['core', 'react', 'emulator', 'test-wallet']

async function unpack(name: string, folder: string): Promise<void> {
  const { file, source } = await pack(name, folder)
  const at = join(folder, 'node_modules/@takokit', name)
  mkdirSync(at, { recursive: true })
  await run('tar', ['-xzf', file, '-C', at, '--strip-components=1'])
  // Removes the sources: a file that is not in `dist` does not exist.
  rmSync(join(at, 'src'), { recursive: true })
  // What they depend on, as the workspace has it.
  symlinkSync(join(source, 'node_modules'), join(at, 'node_modules'))
}

/** Packs the packages once for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'takokit-packed-'))
  await Promise.all(ours.map((name) => unpack(name, folder)))
  project.provide('packed', folder)
  return () => {
    rmSync(folder, { recursive: true })
  }
}
