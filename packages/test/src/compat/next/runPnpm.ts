import { spawnSync } from 'node:child_process'

/** Runs the package manager that runs this process. Throws with its output if that fails. */
export function runPnpm({ cwd, parameters }: { cwd: string; parameters: string[] }): void {
  const program = [process.env.npm_execpath ?? '', ...parameters]
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`pnpm ${parameters.join(' ')}:\n${stdout}${stderr}`)
}
