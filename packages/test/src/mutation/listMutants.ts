import ts from 'typescript'
import type { Mutant } from './Mutant.ts'

const opposites: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '>=',
  [ts.SyntaxKind.LessThanEqualsToken]: '>',
  [ts.SyntaxKind.GreaterThanToken]: '<=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '<',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
}
const edges: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
}
const choices = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])

/** Every small change of a file that a test should notice: one expression at a time. */
export function listMutants(path: string, source: string): Mutant[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []

  function add(kind: Mutant['kind'], node: ts.Node, instead: string): void {
    const start = node.getStart(file)
    const { line } = file.getLineAndCharacterOfPosition(start)
    mutants.push({
      kind,
      line: line + 1,
      start,
      end: node.getEnd(),
      was: node.getText(file),
      instead,
    })
  }

  function visitBinary(node: ts.BinaryExpression): void {
    const { left, operatorToken, right } = node
    const { kind } = operatorToken
    if (ts.isExpressionStatement(node.parent)) return
    // Texts that are joined are not what this is about.
    if (kind === ts.SyntaxKind.PlusToken && [left, right].some(isText)) return
    const [before, after] = [
      source.slice(left.getStart(file), operatorToken.getStart(file)),
      source.slice(operatorToken.getEnd(), right.getEnd()),
    ]
    for (const instead of [opposites[kind], edges[kind]])
      if (instead) add('expression', node, before + instead + after)
    if (choices.has(kind)) {
      add('expression', node, left.getText(file))
      add('expression', node, right.getText(file))
    }
  }

  function visit(node: ts.Node): void {
    // Types are gone when it runs.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    // A bundler decides this one.
    if (ts.isBinaryExpression(node) && node.getText(file).startsWith('process.env.NODE_ENV')) {
      if (choices.has(node.operatorToken.kind)) visit(node.right)
      return
    }
    if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
      if (!node.expression.getText(file).startsWith('process.env.NODE_ENV')) {
        add('expression', node.expression, 'false')
        if (ts.isIfStatement(node)) add('expression', node.expression, 'true')
      }
    }
    if (ts.isConditionalExpression(node)) {
      add('expression', node.condition, 'true')
      add('expression', node.condition, 'false')
    }
    if (ts.isBinaryExpression(node)) visitBinary(node)
    if (ts.isExpressionStatement(node) && isEffect(node.expression)) add('statement', node, ';')
    if (
      ts.isPropertyAssignment(node) &&
      /^(true|false|'[^']*')$/.test(node.initializer.getText(file))
    )
      add('property', node, '...{}')
    if (ts.isShorthandPropertyAssignment(node))
      add('property', node, `${node.name.text}: undefined`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return mutants
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}

/** Whether a statement is there for what it does: no assignment, directive or proof that a union is used up. */
function isEffect(expression: ts.Expression): boolean {
  return !(
    ts.isBinaryExpression(expression) ||
    ts.isStringLiteral(expression) ||
    ts.isSatisfiesExpression(expression)
  )
}
