import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import ts from 'typescript'

/**
 * Finds in tests what cannot fail: a check for presence of what its type says is always there, and a list that is filled
 * and never read. `pnpm check tests`.
 */
const root = resolve(import.meta.dirname, '../../..')
const folders = [
  'core',
  'react',
  'relay',
  'emulator',
  'test-wallet',
  'testing',
  'devtools',
  'test',
  'bench',
]
const isTest = /\.(test|stories)\.tsx?$|\/(testing|describe\w+|harness)(\/|\.ts)/
const presence = new Set(['toBeDefined', 'toBeTruthy'])
const absence = new Set(['toBeUndefined', 'toBeNull', 'toBeFalsy', 'toBeNullable'])
const fills = new Set(['push', 'unshift', 'add', 'set'])

const found: string[] = []
for (const folder of folders) check(resolve(root, 'packages', folder, 'tsconfig.json'))
for (const line of found) console.log(line)
console.log(`tests that cannot fail: ${found.length}`)
process.exitCode = found.length > 0 ? 1 : 0

function check(config: string): void {
  const read = ts.readConfigFile(config, (path) => readFileSync(path, 'utf8'))
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    read.config,
    ts.sys,
    resolve(config, '..'),
  )
  const tests = fileNames.filter((name) => isTest.test(name))
  const program = ts.createProgram(tests, { ...options, noEmit: true })
  const checker = program.getTypeChecker()
  for (const name of tests) {
    const file = program.getSourceFile(name)
    if (!file) continue
    const tell = (node: ts.Node, what: string) => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
      found.push(`${relative(root, name)}:${line + 1}: ${what}`)
    }
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) checkPresence(checker, node, tell)
      if (ts.isVariableDeclaration(node)) checkRead(checker, file, node, tell)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
}

type Tell = (node: ts.Node, what: string) => void

function checkPresence(checker: ts.TypeChecker, node: ts.CallExpression, tell: Tell): void {
  if (!ts.isPropertyAccessExpression(node.expression)) return
  const { name, expression: subject } = node.expression
  const isNot = ts.isPropertyAccessExpression(subject) && subject.name.text === 'not'
  if (!(isNot ? absence : presence).has(name.text)) return
  const call = isNot ? subject.expression : subject
  // How something failed is what a test is about, not that it did.
  if (ts.isPropertyAccessExpression(call) && call.name.text === 'rejects')
    return tell(node, 'any failure passes: name the error’s code')
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return
  const [value] = call.arguments
  if (call.expression.text !== 'expect' || !value) return
  if (!canBeAbsent(checker.getTypeAtLocation(value)))
    tell(node, `${value.getText()} is always there`)
}

function canBeAbsent(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some(canBeAbsent)
  const open = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Undefined | ts.TypeFlags.Null
  // `toBeTruthy` of a string or a number says something; an object is always there.
  const plain = ts.TypeFlags.BooleanLike | ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike
  return (type.flags & (open | plain | ts.TypeFlags.Void | ts.TypeFlags.TypeParameter)) !== 0
}

function checkRead(
  checker: ts.TypeChecker,
  file: ts.SourceFile,
  { name, initializer }: ts.VariableDeclaration,
  tell: Tell,
): void {
  if (!ts.isIdentifier(name) || !initializer) return
  const isList =
    (ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) ||
    (ts.isNewExpression(initializer) &&
      /^(Set|Map)$/.test(initializer.expression.getText()) &&
      !initializer.arguments?.length)
  if (!isList) return
  const symbol = checker.getSymbolAtLocation(name)
  let isRead = false
  const visit = (node: ts.Node): void => {
    if (
      ts.isIdentifier(node) &&
      node !== name &&
      node.text === name.text &&
      (checker.getSymbolAtLocation(node) === symbol ||
        ts.isShorthandPropertyAssignment(node.parent))
    )
      isRead ||= !isFilled(node)
    ts.forEachChild(node, visit)
  }
  visit(file)
  if (!isRead) tell(name, `${name.text} is filled and never read`)
}

function isFilled({ parent }: ts.Identifier): boolean {
  return (
    ts.isPropertyAccessExpression(parent) &&
    fills.has(parent.name.text) &&
    ts.isCallExpression(parent.parent) &&
    (ts.isExpressionStatement(parent.parent.parent) || ts.isArrowFunction(parent.parent.parent))
  )
}
