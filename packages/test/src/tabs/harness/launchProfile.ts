import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../browser/findChromium.ts'

/** Starts any Chromium with a profile on disk, which remains after the browser has closed. */
export async function launchProfile(): Promise<{
  folder: string
  context: BrowserContext
  remove: () => Promise<void>
}> {
  const { executablePath, env } = await findChromium()
  const folder = await mkdtemp(join(tmpdir(), 'takokit-profile-'))
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...chromiumFlags],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  return {
    folder,
    context,
    async remove() {
      await context.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
