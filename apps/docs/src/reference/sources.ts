import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../../../..')

const parsed = new Map<string, ts.SourceFile>()

/** A file's syntax tree. Nothing is type-checked, so that all packages are read in a moment. */
export function parse(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const text = readFileSync(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  parsed.set(file, source)
  return source
}

/** The file that an import names, if it is one of this repository. */
export function resolveModule(from: string, file: string): string | undefined {
  if (from.startsWith('.')) return join(dirname(file), from)
  const [, name, path] = /^@takokit\/([\w-]+)(?:\/(.+))?$/.exec(from) ?? []
  if (!name) return undefined
  const source = join(root, 'packages', name, 'src')
  const candidates = path?.startsWith('internal/')
    ? [join(source, `${path.slice('internal/'.length)}.ts`)]
    : [join(source, 'exports', `${path ?? 'index'}.ts`)]
  return candidates.find((candidate) => existsSync(candidate))
}

export type Declared =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.VariableDeclaration

/** Where a name that a file uses is declared, over imports and re-exports. */
export function findDeclaration(
  name: string,
  file: string,
): { node: Declared; file: string } | undefined {
  if (!/\.tsx?$/.test(file)) return undefined
  for (const statement of parse(file).statements) {
    if (ts.isVariableStatement(statement)) {
      const found = statement.declarationList.declarations.find(
        (declaration) => declaration.name.getText() === name,
      )
      if (found) return { node: found, file }
    } else if (isNamed(statement) && statement.name?.text === name) return { node: statement, file }
    else {
      const target = followImport(statement, name)
      const next = target && resolveModule(target.from, file)
      if (target && next) return findDeclaration(target.name, next)
    }
  }
  return undefined
}

function isNamed(
  node: ts.Statement,
): node is Exclude<Declared, ts.VariableDeclaration> & ts.Statement {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  )
}

/** What an import or a re-export makes of a name. */
function followImport(
  statement: ts.Statement,
  name: string,
): { name: string; from: string } | undefined {
  const isImport = ts.isImportDeclaration(statement)
  if (!isImport && !ts.isExportDeclaration(statement)) return undefined
  const { moduleSpecifier } = statement
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined
  const bindings = isImport ? statement.importClause?.namedBindings : statement.exportClause
  if (!bindings || (!ts.isNamedImports(bindings) && !ts.isNamedExports(bindings))) return undefined
  const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] = bindings.elements
  const element = elements.find((candidate) => candidate.name.text === name)
  if (!element) return undefined
  return { name: (element.propertyName ?? element.name).text, from: moduleSpecifier.text }
}
