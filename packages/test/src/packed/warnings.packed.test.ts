import { resolve } from 'node:path'
import { expect, inject, test } from 'vitest'
import { buildDapp } from '../compat/buildDapp.ts'

const root = resolve(import.meta.dirname, '../hostStyles/page')
/** Warnings to developers. */
const warnings = [
  'The stylesheet of @takokit/react is not on this page',
  'Two copies of @takokit/react',
  'Put <QueryClientProvider',
  'Make the client once',
]
const found = async (mode: 'development' | 'production') => {
  const { code } = await buildDapp({ root, packed: inject('packed'), mode })
  return { warnings: warnings.filter((text) => code.includes(text)), code }
}

test('default: a development build tells what is missing', async () => {
  expect((await found('development')).warnings).toEqual(warnings)
})

test('behavior: nothing of it is in a production build', async () => {
  const { warnings, code } = await found('production')
  expect(warnings).toEqual([])
  // The symbol by which copies of the kit detect one another, and the code that reads it.
  expect(code).not.toContain('Symbol.for("@takokit/react")')
  expect(code).not.toContain('Symbol.for(`@takokit/react`)')
  expect(code).toContain('takokit-button')
})
