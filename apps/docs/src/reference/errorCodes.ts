import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parse, root } from './sources.ts'

/** An error code with what its declaration says, and the messages that the sources give it. */
export interface ErrorCodeDoc {
  code: string
  doc: string
  /** What the user reads; a code that only a server has, has no sentence. */
  sentence: string | undefined
  /** For developers: `error.message`, by the package that throws it. */
  messages: readonly { by: string; text: string }[]
}

/** The documented codes of a union: a comment, then the code. */
function codesIn(file: string): { code: string; doc: string }[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?\|\s*'([a-z-]+\/[a-z-]+)'/g)
  return [...found].map(([, comment = '', code = '']) => ({
    code,
    doc: comment.replaceAll(/\s*\n\s*\* ?/g, ' ').trim(),
  }))
}

/** The sentences of English, by code. Constants of the file are read too. */
function sentences(): Map<string, string> {
  const source = parse(join(root, 'packages/react/src/strings/en.ts'))
  const constants = new Map<string, string>()
  const found = new Map<string, string>()
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isStringLiteral(node.initializer))
      constants.set(node.name.getText(), node.initializer.text)
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)) {
      const { initializer } = node
      const text = ts.isStringLiteral(initializer)
        ? initializer.text
        : constants.get(initializer.getText())
      if (text) found.set(node.name.text, text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Every text that stands beside a code: `new TakoKitError(code, text)`, `failed(kind, code, text)`, a row of a table. */
function messages(): Map<string, { by: string; text: string }[]> {
  const found = new Map<string, { by: string; text: string }[]>()
  for (const by of ['core', 'react', 'relay'])
    for (const path of readdirSync(join(root, 'packages', by, 'src'), {
      recursive: true,
      encoding: 'utf8',
    })) {
      if (!/\.tsx?$/.test(path) || /\.(test|stories)\.|(testing|strings)[\\/]/.test(path)) continue
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) || ts.isNewExpression(node)) note(node.arguments ?? [], by)
        if (ts.isArrayLiteralExpression(node)) note(node.elements, by)
        if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name))
          note([node.name, node.initializer], by)
        ts.forEachChild(node, visit)
      }
      visit(parse(join(root, 'packages', by, 'src', path)))
    }
  return found

  function note(given: readonly ts.Expression[], by: string) {
    given.forEach((argument, index) => {
      const next = given[index + 1]
      if (!ts.isStringLiteral(argument) || !next || !/^[a-z-]+\/[a-z-]+$/.test(argument.text))
        return
      const text = literalText(next)
      if (!text || !/[.:]$/.test(text)) return
      const known = found.get(argument.text) ?? []
      if (!known.some((other) => other.text === text)) known.push({ by, text })
      found.set(argument.text, known)
    })
  }
}

/** A text; what is filled in is an ellipsis. */
function literalText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

/** Every error code: those of core, then those that only a relay has. */
export function readErrorCodes(): readonly ErrorCodeDoc[] {
  const read = sentences()
  const thrown = messages()
  return ['packages/core/src/errors/ErrorCode.ts', 'packages/relay/src/types/RelayErrorCode.ts']
    .flatMap(codesIn)
    .map(({ code, doc }) => ({
      code,
      doc,
      sentence: read.get(code),
      messages: thrown.get(code) ?? [],
    }))
}
