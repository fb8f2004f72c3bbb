import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromiumFlags, findChromium } from '../browser/findChromium.ts'

const run = promisify(execFile)
const specs = resolve(import.meta.dirname, 'specs')

export interface SpecResult {
  /** Of the specification, as a reader counts them. */
  lines: number
  /** By Playwright's report. */
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Runs a specification of `specs` against a dapp that is served, by Playwright's own runner, as a dapp's author does. */
export async function runSpec(name: string, url: string): Promise<SpecResult> {
  const { executablePath, env } = await findChromium()
  const output = mkdtempSync(join(tmpdir(), 'takokit-specs-'))
  const program = createRequire(import.meta.url).resolve('@playwright/test/cli')
  try {
    const { stdout } = await run(
      process.execPath,
      [program, 'test', `${name}.spec.ts`, '--reporter=json'],
      {
        cwd: specs,
        env: {
          ...process.env,
          ...env,
          NODE_ENV: '',
          NODE_OPTIONS: '--conditions=@takokit/source',
          DAPP_URL: url,
          CHROMIUM: executablePath,
          CHROMIUM_FLAGS: JSON.stringify(chromiumFlags),
          OUTPUT_FOLDER: output,
        },
      },
    ).catch((error: Error & { stdout: string }) => {
      throw new Error(error.stdout, { cause: error })
    })
    const { stats } = JSON.parse(stdout) as Pick<SpecResult, 'stats'>
    const text = readFileSync(join(specs, `${name}.spec.ts`), 'utf8')
    return { lines: text.trim().split('\n').length, stats }
  } finally {
    rmSync(output, { recursive: true })
  }
}
