import react from '@vitejs/plugin-react'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { type BuiltDapp, buildDapp } from './buildDapp.ts'
import { type CompileReport, compileReact } from './compileReact.ts'
import { journey } from './journey.ts'
import { openDapp } from './openDapp.ts'
import { react18 } from './react18.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchShell()
})
afterAll(() => browser.close())

/** Walks through the dapp and returns the versions of React that it ran on. */
async function walk(dapp: BuiltDapp): Promise<string[]> {
  const { page, complaints } = await openDapp(browser, dapp)
  try {
    await journey(page)
    return await page.evaluate(() => window.dapp.versions)
  } finally {
    await page.close()
    expect(complaints).toEqual([])
  }
}

/** The number of functions that use a cache of the compiler's runtime, written `_c(size)` before bundling. */
function countCompiled({ code, modules }: BuiltDapp): number {
  expect(modules.some((file) => file.endsWith('/react/compiler-runtime.js'))).toBe(true)
  return [...code.matchAll(/import_compiler_runtime\.c\)\(\d+\)/g)].length
}

test('behavior: React 18', async () => {
  const dapp = await buildDapp({ alias: react18 })
  // No other copy of React, not even for wagmi and TanStack Query.
  const copies = dapp.modules.flatMap((file) => /\/react(-dom)?@[\d.]+/.exec(file)?.[0] ?? [])
  expect(new Set(copies)).toEqual(new Set(['/react@18.3.1', '/react-dom@18.3.1']))
  expect(await walk(dapp)).toEqual(['18.3.1', expect.stringMatching(/^18\.3\.1/)])
})

test("behavior: React's compiler, by Babel", async () => {
  const report: CompileReport = { compiled: [], left: [] }
  const dapp = await buildDapp({ plugins: [compileReact(report)] })
  // A part passes its ref unread to a function. The compiler cannot know that, and does not compile the part.
  const handsRefOn = /renderPart\((?:[^()]|\([^()]*\))*$/
  expect(
    report.left.filter(
      ({ reason, before }) =>
        reason !== 'Cannot access refs during render' || !handsRefOn.test(before),
    ),
  ).toEqual([])
  const components = ['AuthProvider', 'TakoSignIn', 'TakoButton', 'TakoDialog']
  const wanted = ['Dapp', 'Session', 'Token', 'Call', ...components]
  const hooks = ['useSession', 'useAuthToken', 'useAuthFetch', 'useSelected']
  expect(report.compiled).toEqual(expect.arrayContaining([...wanted, ...hooks]))
  expect(countCompiled(dapp)).toBeGreaterThan(30)
  await walk(dapp)
})

test("behavior: React's compiler, by Vite's plugin", async () => {
  const dapp = await buildDapp({ plugins: [react({ compiler: true })] })
  expect(countCompiled(dapp)).toBeGreaterThan(30)
  await walk(dapp)
})
