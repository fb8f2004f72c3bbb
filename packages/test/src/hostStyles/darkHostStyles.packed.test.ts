import { expect, test } from 'vitest'
import { compareAll, hardest } from './compareAll.ts'
import { hostDapp } from './hostDapp.ts'
import { openAt, steps } from './openAt.ts'

const host = hostDapp()

test.each(Object.keys(steps))(
  'behavior: no stylesheet of a page changes it in the dark, %s',
  async (step) => {
    const opened = await openAt({ ...host, step, theme: 'dark' })
    expect(await compareAll(opened, 'after', hardest)).toEqual({})
    await opened.page.close()
  },
)
