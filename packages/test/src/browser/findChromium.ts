import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A Chromium that tests can drive, and what it can do. */
export interface Chromium {
  executablePath: string
  /** The registry's headless shell has no hidden tabs: pages cannot be hidden, frozen or put into the back/forward cache. */
  kind: 'full' | 'shell'
  env: Record<string, string>
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds a Chromium: `CHROMIUM_PATH`, then an installed one, then the build that comes as an npm package
 * (Linux on x64 only), so that the tests need no system package.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`)
    return { executablePath: named, kind: /shell/.test(named) ? 'shell' : 'full', env: {} }
  }
  const found = installed.find((path) => existsSync(path))
  if (found) return { executablePath: found, kind: 'full', env: {} }
  return fromRegistry()
}

async function fromRegistry(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chromium found. Install Chrome or Chromium, or name one in CHROMIUM_PATH.')
  // The package unpacks into the temporary folder, and these variables decide which libraries it unpacks with it.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const libraries = process.env.LD_LIBRARY_PATH
  return { executablePath, kind: 'shell', env: libraries ? { LD_LIBRARY_PATH: libraries } : {} }
}

/** Start flags: web security stays on, and background network requests are off. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** Chromium's major version. Rendering changes with it, and rarely otherwise. */
export function chromiumMajor({ executablePath, env }: Chromium): string {
  const printed = execFileSync(executablePath, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return /(\d+)\.\d+/.exec(printed)?.[1] ?? 'unknown'
}
