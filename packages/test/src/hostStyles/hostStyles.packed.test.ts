import { resolve } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type BuiltDapp, buildDapp } from '../compat/buildDapp.ts'
import { launchShell } from '../tabs/harness/launchShell.ts'
import { all, compareAll, hardest } from './compareAll.ts'
import { openAt, steps } from './openAt.ts'

let browser: Browser
let dapp: BuiltDapp
beforeAll(async () => {
  browser = await launchShell()
  const root = resolve(import.meta.dirname, 'page')
  dapp = await buildDapp({ root, packed: inject('packed'), mode: 'production' })
})
afterAll(() => browser.close())

test.each(Object.keys(steps))('behavior: no stylesheet of a page changes it, %s', async (step) => {
  const host = await openAt({ browser, dapp, step, theme: 'light' })
  expect.soft(await compareAll(host, 'after', all)).toEqual({})
  expect.soft(await compareAll(host, 'before', hardest), 'before the kit').toEqual({})
  await host.force(['hover', 'active', 'focus', 'focus-visible', 'focus-within'])
  expect.soft(await compareAll(host, 'after', all), 'hovered, pressed, focused').toEqual({})
  await host.page.close()
})

test('behavior: what this measures: the same rules in a layer are changed by every one', async () => {
  const host = await openAt({ browser, dapp, step: 'button', theme: 'light' })
  await host.page.evaluate(async () => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
      const style = document.createElement('style')
      style.textContent = `@layer takokit { ${await (await fetch(link.href)).text()} }`
      link.replaceWith(style)
    }
  })
  const unlayered = all.filter((name) => !name.endsWith(', layered'))
  expect(Object.keys(await compareAll(host, 'after', unlayered))).toEqual(unlayered)
  await host.page.close()
})
