import { expect, test } from 'vitest'
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
