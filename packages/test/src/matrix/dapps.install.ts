import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { runSpec } from '../testing/runSpec.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { makeDapp } from './makeDapp.ts'
import { openMatrix } from './openMatrix.ts'
import { rows } from './rows.ts'
import { serveDapp } from './serveDapp.ts'
import { serveWithRelay } from './serveWithRelay.ts'
import { walkDapp } from './walkDapp.ts'

let browser: Browser
let folder: string
const packed = inject('ours')
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-dapps-'))
  browser = await launchShell()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

test.for(rows)('default: $name, as installed and built: the whole journey', async (row) => {
  const at = await makeDapp({ row, folder, packed })
  const { url: server, close } = await serveDapp(row, at)
  try {
    const { page, complaints } = await openMatrix({ browser, row, at, server })
    try {
      await walkDapp(page, row)
      expect(complaints).toEqual([])
    } catch (error) {
      throw new Error(`${row.name}: ${complaints.join('\n')}`, { cause: error })
    } finally {
      await page.context().close()
    }
  } finally {
    await close()
    rmSync(at, { recursive: true })
  }
})

test('default: RainbowKit with SIWE, in at most 15 lines, by Playwright’s own runner', async () => {
  const row = rows.find(({ name }) => name === 'rainbowkit') as (typeof rows)[number]
  const auth = join(import.meta.dirname, 'siwe/auth.ts')
  const at = await makeDapp({ row, folder, packed, replaced: { 'auth.ts': auth } })
  const { url, close } = await serveWithRelay(join(at, row.output ?? ''))
  try {
    const { lines, stats } = await runSpec('rainbowKit', url)
    expect(lines).toBeLessThanOrEqual(15)
    expect(stats).toMatchObject({ expected: 1, unexpected: 0, flaky: 0, skipped: 0 })
  } finally {
    await close()
  }
})
