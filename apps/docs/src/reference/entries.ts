import { join } from 'node:path'
import ts from 'typescript'
import type { Declaration } from './Doc.ts'
import { readDeclaration } from './readDeclaration.ts'
import { parse, resolveModule, root } from './sources.ts'

/** An entry of a package, as its users import it. */
export interface Entry {
  /** What is imported: `@takokit/core/siwe`. */
  module: string
  /** The folder of its pages below `/reference`. */
  folder: string
  file: string
  /** Parts are members of an exported object: `SignIn.Trigger`. */
  namespace?: string
}

/** By what is imported. Its file has the name of the subpath, or a part's own. */
function entry(module: string, part?: { file: string; namespace: string }): Entry {
  const [folder = '', subpath = 'index'] = module.replace('@takokit/', '').split('/')
  const file = join(root, 'packages', folder, 'src/exports', `${part?.file ?? subpath}.ts`)
  return { module, folder, file, ...(part && { namespace: part.namespace }) }
}

/** Every entry that a dapp may import. `@takokit/core/internal` is for the kit's own packages. */
export const entries: readonly Entry[] = [
  entry('@takokit/core'),
  entry('@takokit/core/siwe'),
  entry('@takokit/react'),
  entry('@takokit/react', { file: 'signInParts', namespace: 'SignIn' }),
  entry('@takokit/react', { file: 'sessionParts', namespace: 'Session' }),
  entry('@takokit/relay'),
  entry('@takokit/relay/node'),
  entry('@takokit/relay/redis'),
  entry('@takokit/emulator'),
  entry('@takokit/emulator/node'),
  entry('@takokit/emulator/vite'),
  entry('@takokit/test-wallet'),
  entry('@takokit/testing'),
  entry('@takokit/testing/msw'),
  entry('@takokit/testing/react'),
  entry('@takokit/testing/testing-library'),
  entry('@takokit/testing/playwright'),
  entry('@takokit/testing/playwright-library'),
  entry('@takokit/devtools'),
  entry('@takokit/devtools/panel'),
  entry('create-takokit'),
]

const textIn = (node: ts.Expression) => (ts.isStringLiteral(node) ? node.text : '')

/** The names of an entry, in its order. What it re-exports as a whole is an entry with a namespace. */
export function exportedNames({ file }: Entry): string[] {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause) return []
    if (!ts.isNamedExports(statement.exportClause)) return []
    // What another library exports is documented there.
    const { moduleSpecifier } = statement
    if (moduleSpecifier && !resolveModule(textIn(moduleSpecifier), file)) return []
    return statement.exportClause.elements.map(({ name }) => name.text)
  })
}

/** An export with the entry that it comes from. */
export interface Documented extends Declaration {
  entry: Entry
  /** As it is written in code: `SignIn.Trigger`. */
  title: string
}

let all: readonly Documented[] | undefined

/** Every public export of every entry. */
export function readEverything(): readonly Documented[] {
  all ??= entries.flatMap((entry) =>
    exportedNames(entry).map((name) => ({
      ...readDeclaration(name, entry.file),
      entry,
      title: entry.namespace ? `${entry.namespace}.${name}` : name,
    })),
  )
  return all
}
