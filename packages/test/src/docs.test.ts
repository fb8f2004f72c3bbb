import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { mainnet } from 'viem/chains'
import { describe, expect, test } from 'vitest'
import { isGenerated } from '../../../apps/docs/src/reference/isGenerated.ts'
import { connectorsRow } from './matrix/connectorsRow.ts'
import { rows } from './matrix/rows.ts'
import { securityHeaders } from './matrix/securityHeaders.ts'

const root = resolve(import.meta.dirname, '../../..')

interface Snippet {
  where: string
  code: string
}

/** Every `ts` and `tsx` block of a text, with the line on which it begins. */
function blocks(file: string, text: string): Snippet[] {
  return [...text.matchAll(/^```tsx?(?: (.*))?\n([\s\S]*?)^```/gm)]
    .filter(([, meta = '']) => !meta.includes('file='))
    .map((match) => ({
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

/** Pages that are written, not generated: those show the same code as their sources. */
const written = files('apps/docs/docs', /\.mdx$/).filter((file) => !isGenerated(file))
const pages = ['README.md', ...files('packages', /\.mdx?$/), ...written]
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

/** The files that a page shows as they are, from the root of the repository. */
const shownBy = (page: string) =>
  [...read(page).matchAll(/^```\w+ title="[^"]+" file="([^"]+)"$/gm)].map(([, file = '']) =>
    relative(root, resolve(root, dirname(page), file)).replaceAll('\\', '/'),
  )

test('every recipe of core, and of a server’s guards, is on a page, as the file that is tested', () => {
  const guides = files('apps/docs/docs/guides', /\.mdx$/)
  expect(guides.flatMap(shownBy)).toEqual(
    expect.arrayContaining([
      ...files('packages/core/recipes', /\.ts$/),
      ...files('packages/relay/recipes/session', /\.ts$/),
    ]),
  )
})

test('every backend that siwe() is tested with is on its page, as the files that are tested', () => {
  const own = files('packages/test/src/siwe/recipes', /\.ts$/)
  expect(own).toHaveLength(9)
  expect(shownBy('apps/docs/docs/start/your-own-backend.mdx')).toEqual(expect.arrayContaining(own))
})

test('what pages show is there', () => {
  const shown = written.flatMap(shownBy)
  expect(shown.length).toBeGreaterThan(50)
  expect(shown.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

describe('guides', () => {
  const apps = 'packages/test/src/matrix/apps'

  test.for([...rows, connectorsRow].map(({ name }) => name))(
    '%s: shows each file of the dapp that is tested',
    (row) => {
      const own = files(`${apps}/${row}`, /\.\w+$/)
      expect(own.length).toBeGreaterThan(0)
      expect(shownBy(`apps/docs/docs/guides/${row}.mdx`)).toEqual(expect.arrayContaining(own))
    },
  )

  test.for(['rainbowkit', 'connectkit', 'appkit'])(
    '%s: shows each file of the migration that is tested',
    (kit) => {
      const migrations = 'packages/test/src/matrix/migrations'
      const own = ['auth.ts', 'backend.ts', `${kit}/Kit.tsx`].map((name) => `${migrations}/${name}`)
      const backend = 'packages/test/src/siwe/recipes/ironSession/server.ts'
      expect(shownBy(`apps/docs/docs/guides/${kit}.mdx`)).toEqual(
        expect.arrayContaining([...own, backend]),
      )
    },
  )

  test('next: shows each file of the app that is tested', () => {
    const own = files('packages/test/src/compat/next/app', /\.tsx$/).concat(
      files('packages/test/src/compat/next/files', /\.(ts|mjs)$/),
    )
    expect(own.length).toBeGreaterThan(8)
    expect(shownBy('apps/docs/docs/guides/next.mdx')).toEqual(expect.arrayContaining(own))
  })

  test('security headers: the policy names the node that wagmi asks by default', () => {
    const { origin } = new URL(mainnet.rpcUrls.default.http[0])
    expect(securityHeaders()['content-security-policy']).toContain(origin)
  })

  test('testing: shows each specification that is run', () => {
    const own = files('packages/test/src/testing/specs', /\.spec\.ts$/)
    expect(own.length).toBeGreaterThan(2)
    expect(shownBy('apps/docs/docs/guides/testing.mdx')).toEqual(expect.arrayContaining(own))
  })

  test('each page is reached from the README: by a link of it, or of its page of guides', () => {
    const index = 'apps/docs/docs/guides/index.mdx'
    expect(read('README.md')).toContain(`](${index})`)
    const unlinked = written
      .filter((page) => ![index, 'apps/docs/docs/index.mdx'].includes(page))
      .map((page) => page.slice('apps/docs/docs'.length).replace(/\.mdx$/, ''))
      .filter((page) => !read(index).includes(`](${page})`))
    expect(unlinked).toEqual([])
  })
})
