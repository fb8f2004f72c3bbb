import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pack } from '../packed/pack.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { makeDapp } from './makeDapp.ts'
import { bundleWallet, openMatrix } from './openMatrix.ts'
import { rows } from './rows.ts'
import { serveDapp } from './serveDapp.ts'
import { walkDapp } from './walkDapp.ts'

let browser: Browser
let folder: string
let wallet: string
const packed: Record<string, string> = {}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-dapps-'))
  for (const name of ['core', 'react'])
    packed[`@takokit/${name}`] = `file:${(await pack(name, folder)).file}`
  wallet = await bundleWallet()
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
    const { page, complaints } = await openMatrix({ browser, row, at, wallet, server })
    try {
      await walkDapp(page, row)
      expect(complaints).toEqual([])
    } catch (error) {
      throw new Error(`${row.name}: ${complaints.join('\n')}`, { cause: error })
    } finally {
      await page.close()
    }
  } finally {
    await close()
    rmSync(at, { recursive: true })
  }
})
