import ts from 'typescript'

/** One expression of a file, and what is put in its place. */
export interface Mutant {
  line: number
  start: number
  end: number
  instead: string
}

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

  function add(node: ts.Node, instead: string): void {
    const start = node.getStart(file)
    const { line } = file.getLineAndCharacterOfPosition(start)
    mutants.push({ line: line + 1, start, end: node.getEnd(), instead })
  }

  function visit(node: ts.Node): void {
    // Types are gone when it runs, and texts are not what this is about.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
      add(node.expression, 'false')
      if (ts.isIfStatement(node)) add(node.expression, 'true')
    }
    if (ts.isConditionalExpression(node)) {
      add(node.condition, 'true')
      add(node.condition, 'false')
    }
    if (ts.isBinaryExpression(node)) {
      const { left, operatorToken, right } = node
      const { kind } = operatorToken
      for (const instead of [opposites[kind], edges[kind]]) if (instead) add(operatorToken, instead)
      if (choices.has(kind)) {
        add(node, left.getText(file))
        add(node, right.getText(file))
      }
    }
    // Calls for their effect alone, awaited or not.
    if (ts.isExpressionStatement(node) && !ts.isBinaryExpression(node.expression)) add(node, ';')
    if (
      ts.isPropertyAssignment(node) &&
      /^(true|false|'[^']*')$/.test(node.initializer.getText(file))
    )
      add(node, '...{}')
    if (ts.isShorthandPropertyAssignment(node)) add(node, `${node.name.text}: undefined`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return mutants
}
