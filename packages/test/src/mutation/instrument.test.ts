import { compileFunction } from 'node:vm'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { instrument, switchName } from './instrument.ts'
import { listMutants } from './listMutants.ts'

/** What a source makes of `out` with each mutant in turn; the first is none. */
function results(source: string): unknown[] {
  const mutants = listMutants('a.ts', source)
  const { outputText } = ts.transpileModule(instrument(source, mutants, 1), {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  })
  const run = compileFunction(`let out\n${outputText}\nreturn out`, [switchName])
  return [0, ...mutants.map((_, index) => index + 1)].map((chosen) =>
    (run as (isMutant: (id: number) => boolean) => unknown)((id) => id === chosen),
  )
}

test('default: all mutants are in one text, and one is chosen when it runs', () => {
  expect(results('out = 1 < 1 ? "a" : "b"')).toEqual(['b', 'a', 'b', 'a', 'a'])
})

test('default: a mutant inside of another', () => {
  expect(results('const a = 0\nconst b = 2\nout = (a || b) + 1')).toEqual([3, 1, 1, 3])
})

test('behavior: a statement, a member and an option', () => {
  expect(results("const a = 1\nout = []\nout.push({ a, b: 'c' })")).toEqual([
    [{ a: 1, b: 'c' }],
    [],
    [{ a: undefined, b: 'c' }],
    [{ a: 1 }],
  ])
})

test('behavior: an else stays with its if', () => {
  expect(results('out = []\nif (out.length > 0) out.push(1)\nelse out.push(2)')).toEqual([
    [2],
    [2],
    [1],
    [1],
    [1],
    [2],
    [],
  ])
})
