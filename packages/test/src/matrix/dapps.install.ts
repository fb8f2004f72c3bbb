import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { runSpec } from '../testing/runSpec.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { createServer } from '../siwe/recipes/ironSession/server.ts'
import { buildAgain } from './buildAgain.ts'
import { makeDapp } from './makeDapp.ts'
import { migrate } from './migrate.ts'
import { openMatrix } from './openMatrix.ts'
import { type Row, rows } from './rows.ts'
import { serveBeside } from './serveBeside.ts'
import { serveDapp } from './serveDapp.ts'
import { serveWithRelay } from './serveWithRelay.ts'
import { walkDapp } from './walkDapp.ts'

let browser: Browser
let folder: string
const matrix = import.meta.dirname
const packed = inject('ours')
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'takokit-dapps-'))
  browser = await launchShell()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

/** The folders of the other kits' dapps, each of which is built several times. */
const made = new Map<string, string>()

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
    if (row.connect) made.set(row.name, at)
    else rmSync(at, { recursive: true })
  }
})

test.for(rows.filter(({ connect }) => connect))(
  'default: from the sign-in of $name to ours: the same browser stays signed in to the same backend',
  async (row) => {
    const at = madeOf(row)
    const before = await buildAgain({
      at,
      replaced: {
        'Kit.tsx': join(matrix, 'migrations', row.name, 'Kit.tsx'),
        'backend.ts': join(matrix, 'migrations/backend.ts'),
      },
      output: 'before',
    })
    const after = await buildAgain({
      at,
      replaced: {
        'Kit.tsx': join(matrix, 'apps', row.name, 'Kit.tsx'),
        'auth.ts': join(matrix, 'migrations/auth.ts'),
      },
      output: 'after',
    })
    let shown = before
    const asked: string[] = []
    const { url, close } = await serveBeside({
      folder: () => shown,
      below: '/api/',
      open(url) {
        const secret = 'a secret of thirty-two characters'
        const serve = createServer({ secret, domain: new URL(url).host })
        return (request) => {
          asked.push(`${request.method} ${new URL(request.url).pathname}`)
          return serve(request)
        }
      },
    })
    const { page, complaints } = await openMatrix({ browser, row, at, server: url })
    const upgrade = () => {
      shown = after
    }
    try {
      await migrate({ page, kit: row.name, upgrade, asked })
      expect(complaints).toEqual([])
    } catch (error) {
      throw new Error(`${row.name}: ${complaints.join('\n')}`, { cause: error })
    } finally {
      await page.context().close()
      await close()
    }
  },
)

test('default: RainbowKit with SIWE, in at most 15 lines, by Playwright’s own runner', async () => {
  const replaced = { 'auth.ts': join(matrix, 'siwe/auth.ts') }
  const at = madeOf({ name: 'rainbowkit' })
  const { url, close } = await serveWithRelay(await buildAgain({ at, replaced, output: 'siwe' }))
  try {
    const { lines, stats } = await runSpec('rainbowKit', url)
    expect(lines).toBeLessThanOrEqual(15)
    expect(stats).toMatchObject({ expected: 1, unexpected: 0, flaky: 0, skipped: 0 })
  } finally {
    await close()
  }
})

function madeOf({ name }: Pick<Row, 'name'>): string {
  const at = made.get(name)
  if (!at) throw new Error(`${name} is not installed.`)
  return at
}
