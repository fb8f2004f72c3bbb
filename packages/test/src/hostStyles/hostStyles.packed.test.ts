import { expect, test } from 'vitest'
import { openDapp } from '../compat/openDapp.ts'
import { all, applicable, compareAll, hardest, withStates } from './compareAll.ts'
import { hostDapp } from './hostDapp.ts'
import { openAt, steps } from './openAt.ts'

const host = hostDapp()

test.each(Object.keys(steps))('behavior: no stylesheet of a page changes it, %s', async (step) => {
  const opened = await openAt({ ...host, step, theme: 'light' })
  expect.soft(await compareAll(opened, 'after', all)).toEqual({})
  expect.soft(await compareAll(opened, 'before', hardest), 'before the kit').toEqual({})
  await opened.force(['hover', 'active', 'focus', 'focus-visible', 'focus-within'])
  expect
    .soft(await compareAll(opened, 'after', withStates), 'hovered, pressed, focused')
    .toEqual({})
  await opened.page.close()
})

test('behavior: what this measures: the same rules in a layer are changed by every one', async () => {
  const opened = await openAt({ ...host, step: 'button', theme: 'light' })
  await opened.page.evaluate(async () => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
      const style = document.createElement('style')
      style.textContent = `@layer takokit { ${await (await fetch(link.href)).text()} }`
      link.replaceWith(style)
    }
  })
  expect(Object.keys(await compareAll(opened, 'after', applicable))).toEqual(applicable)
  await opened.page.close()
})

test('behavior: signs in within a frame whose address is about:srcdoc', async () => {
  const { page } = await openDapp(host.browser, host.dapp)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.style.cssText = 'width: 400px; height: 600px'
    frame.srcdoc =
      '<!doctype html><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>'
    document.body.prepend(frame)
  })
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'Sign in' }).click()
  await frame.getByRole('dialog').getByRole('button', { name: 'Harbour' }).click()
  await frame.getByRole('button', { name: /^Account/ }).click()
  await frame.getByRole('button', { name: 'Sign out' }).click()
  await frame.getByRole('button', { name: 'Sign in' }).waitFor()
  expect(page.frames()[1]?.url()).toBe('about:srcdoc')
  await page.close()
})
