import { spawnSync } from 'node:child_process'

/** The CLI of Next.js, relative to an app's folder. */
export const nextProgram = './node_modules/next/dist/bin/next'

export const nextEnv = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1' }

/** Builds an app for production. Throws with the output if that fails. */
export function buildNext(folder: string, env: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [nextProgram, 'build'], {
    cwd: folder,
    env: { ...process.env, ...nextEnv, ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`next build:\n${stdout}${stderr}`)
}
