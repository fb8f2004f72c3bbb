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

const source = (path: string) => join(root, 'packages', path)

/** Every entry that a dapp may import. `@takokit/core/internal` is for the kit's own packages. */
export const entries: readonly Entry[] = [
  { module: '@takokit/core', folder: 'core', file: source('core/src/exports/index.ts') },
  { module: '@takokit/core/siwe', folder: 'core', file: source('core/src/exports/siwe.ts') },
  { module: '@takokit/react', folder: 'react', file: source('react/src/exports/index.ts') },
  {
    module: '@takokit/react',
    folder: 'react',
    file: source('react/src/exports/signInParts.ts'),
    namespace: 'SignIn',
  },
  {
    module: '@takokit/react',
    folder: 'react',
    file: source('react/src/exports/sessionParts.ts'),
    namespace: 'Session',
  },
  { module: '@takokit/relay', folder: 'relay', file: source('relay/src/exports/index.ts') },
  { module: '@takokit/relay/node', folder: 'relay', file: source('relay/src/exports/node.ts') },
  { module: '@takokit/relay/redis', folder: 'relay', file: source('relay/src/exports/redis.ts') },
  {
    module: '@takokit/emulator',
    folder: 'emulator',
    file: source('emulator/src/exports/index.ts'),
  },
  {
    module: '@takokit/emulator/node',
    folder: 'emulator',
    file: source('emulator/src/exports/node.ts'),
  },
  {
    module: '@takokit/emulator/vite',
    folder: 'emulator',
    file: source('emulator/src/exports/vite.ts'),
  },
  {
    module: '@takokit/test-wallet',
    folder: 'test-wallet',
    file: source('test-wallet/src/exports/index.ts'),
  },
  { module: '@takokit/testing', folder: 'testing', file: source('testing/src/exports/index.ts') },
  { module: '@takokit/testing/msw', folder: 'testing', file: source('testing/src/exports/msw.ts') },
  {
    module: '@takokit/testing/react',
    folder: 'testing',
    file: source('testing/src/exports/react.ts'),
  },
  {
    module: '@takokit/testing/testing-library',
    folder: 'testing',
    file: source('testing/src/exports/testing-library.ts'),
  },
  {
    module: '@takokit/testing/playwright',
    folder: 'testing',
    file: source('testing/src/exports/playwright.ts'),
  },
  {
    module: '@takokit/testing/playwright-library',
    folder: 'testing',
    file: source('testing/src/exports/playwright-library.ts'),
  },
  {
    module: '@takokit/devtools',
    folder: 'devtools',
    file: source('devtools/src/exports/index.ts'),
  },
  {
    module: '@takokit/devtools/panel',
    folder: 'devtools',
    file: source('devtools/src/exports/panel.ts'),
  },
  {
    module: 'create-takokit',
    folder: 'create-takokit',
    file: source('create-takokit/src/exports/index.ts'),
  },
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
