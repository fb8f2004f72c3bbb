import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs the package manager that runs this, or the one on the path. */
export function pnpm(cwd: string, parameters: string[]) {
  const program = process.env.npm_execpath
  return program
    ? run(process.execPath, [program, ...parameters], { cwd })
    : run('pnpm', parameters, { cwd })
}
