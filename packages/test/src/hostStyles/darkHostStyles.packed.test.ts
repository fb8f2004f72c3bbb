import { resolve } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type BuiltDapp, buildDapp } from '../compat/buildDapp.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { all, compareAll } from './compareAll.ts'
import { openAt, steps } from './openAt.ts'

let browser: Browser
let dapp: BuiltDapp
beforeAll(async () => {
  browser = await launchShell()
  const root = resolve(import.meta.dirname, 'page')
  dapp = await buildDapp({ root, packed: inject('packed'), mode: 'production' })
})
afterAll(() => browser.close())

test.each(Object.keys(steps))(
  'behavior: no stylesheet of a page changes it in the dark, %s',
  async (step) => {
    const host = await openAt({ browser, dapp, step, theme: 'dark' })
    expect(await compareAll(host, 'after', all)).toEqual({})
    await host.page.close()
  },
)
