import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

test('default: a registered client makes provider names literal', { timeout: 60_000 }, () => {
  const folder = join(import.meta.dirname, '../testing/register')
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const program = ts.createProgram(fileNames, options)
  const source = program.getSourceFile(join(folder, 'program.tsx'))
  const problems = program.getSemanticDiagnostics(source)
  expect(
    problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  ).toEqual([])
})
