import { type Browser, chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../browser/findChromium.ts'

/** Starts any Chromium with Playwright's defaults: every page counts as visible and focused. */
export async function launchShell(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({
    executablePath,
    args: [...chromiumFlags],
    env: { ...(process.env as Record<string, string>), ...env },
  })
}
