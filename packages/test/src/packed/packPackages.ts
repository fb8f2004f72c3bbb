import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with our packages in its `node_modules`, as they are installed: built, packed and unpacked. */
    packed: string
  }
}

const run = promisify(execFile)
const packages = resolve(import.meta.dirname, '../../..')
const ours = ['core', 'react', 'emulator', 'test-wallet']

/** Runs the package manager that runs this, or the one on the path. */
function pnpm(cwd: string, parameters: string[]) {
  const program = process.env.npm_execpath
  return program
    ? run(process.execPath, [program, ...parameters], { cwd })
    : run('pnpm', parameters, { cwd })
}

async function unpack(name: string, folder: string): Promise<void> {
  const cwd = join(packages, name)
  await pnpm(cwd, ['build'])
  const file = join(folder, `${name}.tgz`)
  await pnpm(cwd, ['pack', '--out', file])
  const at = join(folder, 'node_modules/@takokit', name)
  mkdirSync(at, { recursive: true })
  await run('tar', ['-xzf', file, '-C', at, '--strip-components=1'])
  // Nothing of the sources: what is not in `dist` is not there.
  rmSync(join(at, 'src'), { recursive: true })
  // What they depend on, as the workspace has it.
  symlinkSync(join(cwd, 'node_modules'), join(at, 'node_modules'))
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
