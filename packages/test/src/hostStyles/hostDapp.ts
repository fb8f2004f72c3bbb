import { resolve } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'
import { type BuiltDapp, buildDapp } from '../compat/buildDapp.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'

/** For a test file: the page of `page/`, built from the packed packages, and a browser. Set before its first test. */
export function hostDapp(): { browser: Browser; dapp: BuiltDapp } {
  const host = {} as { browser: Browser; dapp: BuiltDapp }
  beforeAll(async () => {
    host.browser = await launchShell()
    const root = resolve(import.meta.dirname, 'page')
    host.dapp = await buildDapp({ root, packed: inject('packed'), mode: 'production' })
  })
  afterAll(() => host.browser.close())
  return host
}
