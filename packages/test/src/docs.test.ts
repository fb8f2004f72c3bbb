import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { rows } from './matrix/rows.ts'

const root = resolve(import.meta.dirname, '../../..')

interface Snippet {
  where: string
  code: string
}

/** Every `ts` and `tsx` block of a text, with the line on which it begins. */
function blocks(file: string, text: string): Snippet[] {
  return [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm)].map((match) => ({
    where: `${file}:${text.slice(0, match.index).split('\n').length}`,
    code: match[2] ?? '',
  }))
}

/** The files of a folder, without what is installed or built: workspace packages link to one another in circles. */
function files(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory())
        return ['node_modules', 'dist'].includes(entry.name) ? [] : files(path, pattern)
      return pattern.test(path) ? [path] : []
    })
    .sort()
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')

const pages = ['README.md', ...files('packages', /\.mdx?$/)]
const fromPages = pages.flatMap((file) => blocks(file, read(file)))

/** The examples in docstrings, without the leading `*`. */
const fromCode = files('packages', /\/src\/.*(?<!\.(test|stories))\.tsx?$/)
  .filter((file) => !/\.(test|stories|test-d)\.tsx?$/.test(file))
  .flatMap((file) => blocks(file, read(file).replaceAll(/^[ \t]*\* ?/gm, '')))

/** Type-checks all snippets in one program, each as a module of its own. */
function check(snippets: Snippet[]): string[] {
  const folder = join(root, 'packages/test/src/.snippets')
  const sources = new Map(
    snippets.map(({ code }, index) => [join(folder, `${index}.tsx`), `${code}\nexport {}\n`]),
  )
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      types: ['node'],
      noUnusedLocals: false,
      rewriteRelativeImportExtensions: false,
    },
    root,
  )
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (file) => sources.has(file) || fileExists(file)
  host.readFile = (file) => sources.get(file) ?? readFile(file)
  host.getSourceFile = (file, ...rest) => {
    const code = sources.get(file)
    return code === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
  }
  // Modules of their own, but `Register` is global and may be merged into only once.
  const program = ts.createProgram(
    [join(root, 'packages/test/src/snippets.d.ts'), ...sources.keys()],
    options,
    host,
  )
  return [...sources.keys()].flatMap((file, index) => {
    const source = program.getSourceFile(file)
    if (!source) return [`${snippets[index]?.where}: was not read`]
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map((diagnostic) => {
      const line = ts.getLineAndCharacterOfPosition(source, diagnostic.start ?? 0).line + 1
      return `${snippets[index]?.where} (+${line}): ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
    })
  })
}

const merges = (snippet: Snippet) => snippet.code.includes('interface Register')

describe('code that is shown compiles', () => {
  test('it finds what there is, and sees a mistake', () => {
    expect(fromPages.length).toBeGreaterThan(3)
    expect(fromCode.length).toBeGreaterThan(30)
    expect(check([{ where: 'x', code: `const wrong: number = 'text'` }])).toHaveLength(1)
  }, 60_000)

  test('pages and examples', () => {
    const all = [...fromPages, ...fromCode]
    expect(check(all.filter((snippet) => !merges(snippet)))).toEqual([])
  }, 60_000)

  test('what merges into Register, each in a program of its own', () => {
    const merging = [...fromPages, ...fromCode].filter(merges)
    expect(merging.flatMap((snippet) => check([snippet]))).toEqual([])
  }, 60_000)
})

test('every recipe of core is on its page, as the file that is tested', () => {
  const page = read('packages/react/src/docs/Recipes.mdx')
  const shown = [
    ...page.matchAll(/^import (\w+) from '\.\.\/\.\.\/\.\.\/core\/recipes\/(.+)\?raw'$/gm),
  ]
  expect(shown.map(([, , file]) => `packages/core/recipes/${file}`).sort()).toEqual(
    files('packages/core/recipes', /\.ts$/),
  )
  for (const [, name] of shown) expect(page).toContain(`<Source language="ts" code={${name}} />`)
})

describe('guides', () => {
  const apps = 'packages/test/src/matrix/apps'

  test.for(rows.map(({ name }) => name))(
    '%s: shows each file of the dapp that is tested',
    (row) => {
      const page = read(`packages/react/src/docs/guides/${row}.mdx`)
      const shown = new Map(
        [...page.matchAll(/^import (\w+) from '\.\.\/\.\.\/\.\.\/\.\.\/(test\/.+)\?raw'$/gm)].map(
          ([, name = '', file]) => [`packages/${file}`, name],
        ),
      )
      const own = files(`${apps}/${row}`, /\.\w+$/)
      expect(own.length).toBeGreaterThan(0)
      expect([...shown.keys()]).toEqual(expect.arrayContaining(own))
      for (const [file, name] of shown) {
        expect(read(file)).not.toBe('')
        expect(page).toMatch(new RegExp(`<Source language="\\w+" code=\\{${name}\\} />`))
      }
      const link = `packages/react/src/docs/guides/${row}.mdx`
      expect(read('README.md')).toContain(`(${link})`)
    },
  )
})
