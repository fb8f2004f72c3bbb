import { expect, test } from 'vitest'
import { listMutants } from './listMutants.ts'

/** What a file becomes, one after another. */
function mutated(source: string): string[] {
  return listMutants('a.ts', source).map(
    ({ start, end, instead }) => source.slice(0, start) + instead + source.slice(end),
  )
}

test('default: a condition never holds, always holds, and holds elsewhere', () => {
  expect(mutated('if (a < b) c = 1')).toEqual([
    'if (false) c = 1',
    'if (true) c = 1',
    'if (a >= b) c = 1',
    'if (a <= b) c = 1',
  ])
})

test('default: of two that are joined either is left out', () => {
  expect(mutated('x = a && b')).toEqual(['x = a', 'x = b'])
  expect(mutated('x = a ?? b')).toEqual(['x = a', 'x = b'])
})

test('default: what is called for its effect is not called', () => {
  expect(mutated('leave()')).toEqual([';'])
})

test('default: an option, and a member that is passed on, is left out', () => {
  expect(mutated("send({ redirect: 'error', signal })").filter((text) => text !== ';')).toEqual([
    'send({ ...{}, signal })',
    "send({ redirect: 'error', signal: undefined })",
  ])
})

test('behavior: types and imports are left alone', () => {
  expect(
    mutated("import { a } from 'a'\ntype B = A extends 1 ? 2 : 3\ninterface C { d: 'e' }"),
  ).toEqual([])
})
