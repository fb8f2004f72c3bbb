import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')
const readmes = [
  'README.md',
  ...['core', 'react', 'relay'].map((name) => `packages/${name}/README.md`),
]
const noPromise = 'No promises of ours'

interface Row {
  section: string
  promise: string
  /** `package/path/from/src: title`, or why none is needed. */
  shownBy: string
}

const rows = readRows()

/** The tables of PROMISES.md. */
function readRows(): Row[] {
  const found: Row[] = []
  let section = ''
  for (const line of read('PROMISES.md').split('\n')) {
    section = /^## (.+)$/.exec(line)?.[1] ?? section
    const [, promise = '', shownBy = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
    if (!line.startsWith('| ') || promise === 'promise') continue
    found.push({ section, promise, shownBy })
  }
  return found
}

const literals = new Map<string, Set<string>>()

/** Every text that is written out in a file, what is filled in left out; and its exported names, which stories are told by. */
function textsOf(path: string): Set<string> {
  const known = literals.get(path)
  if (known) return known
  const texts = new Set<string>()
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text)
    if (ts.isTemplateExpression(node)) texts.add(node.getText().slice(1, -1))
    if (ts.isVariableStatement(node) && path.endsWith('.stories.tsx'))
      for (const { name } of node.declarationList.declarations) texts.add(name.getText())
    ts.forEachChild(node, visit)
  }
  visit(file)
  literals.set(path, texts)
  return texts
}

test('default: the table is read', () => {
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.filter(({ promise, shownBy }) => !promise || !shownBy)).toEqual([])
})

test('behavior: every promise has a test of the title that stands beside it', () => {
  const wrong = rows
    .filter(({ section }) => section !== noPromise)
    .filter(({ shownBy }) => {
      const [, folder, path = '', title = ''] =
        /^`+ ?([\w-]+)\/(.+?): (.+?) ?`+$/.exec(shownBy) ?? []
      const file = `packages/${folder}/src/${path}`
      const isTest = /\.(test|stories)\.tsx?$|\/(scenarios|testing)\/|\/describe\w+\.ts$/.test(path)
      return !isTest || !existsSync(resolve(root, file)) || !textsOf(file).has(title)
    })
    .map(({ promise, shownBy }) => `${promise}: ${shownBy}`)
  expect(wrong).toEqual([])
})

/** Without what only marks text up. */
const plain = (text: string) =>
  text
    .replaceAll(/\[([^\]]*)\](\([^)]*\))?/g, '$1')
    .replaceAll(/[`*\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Sentences, list items and rows of tables that say "always", "never", "once" or a number. */
function promisesIn(path: string): string[] {
  const named = /\b(RFC|BCP|HTTP|EIP|Tailwind|Node|wagmi|React|webpack|XChaCha)[ -]?\w*[\d.]+/g
  return read(path)
    .replaceAll(/```[\s\S]*?```|<picture>[\s\S]*?<\/picture>/g, '\n\n')
    .split(/\n\s*\n|\n(?=[-*|] |\d+\. )/)
    .map((block) => block.trim().replace(/^\d+\. /, ''))
    .flatMap((block) => block.replaceAll(/\s+/g, ' ').split(/(?<=[.?!])\*{0,2} (?=[A-Z`*[])/))
    .filter((sentence) => {
      const words = sentence
        .replaceAll(/`[^`]*`/g, '')
        .replaceAll(/\]\([^)]*\)/g, ']')
        .replaceAll(named, '')
      return /\b(always|never|once)\b/i.test(words) || /(?<![\w.-])\d/.test(words)
    })
    .map(plain)
}

describe.each(readmes)('%s', (path) => {
  const own = rows.filter(({ section }) => section === path || section === noPromise)

  test('behavior: each sentence with "always", "never", "once" or a number is in the table', () => {
    const missing = promisesIn(path).filter(
      (sentence) => !own.some(({ promise }) => sentence.includes(plain(promise))),
    )
    expect(missing).toEqual([])
  })

  test('behavior: the table quotes what it says', () => {
    const text = plain(read(path))
    const gone = rows
      .filter(({ section }) => section === path)
      .filter(({ promise }) => !text.includes(plain(promise)))
      .map(({ promise }) => promise)
    expect(gone).toEqual([])
  })
})

test('behavior: what is no promise is still said somewhere', () => {
  const text = readmes.map((path) => plain(read(path))).join('\n')
  const gone = rows.filter(
    ({ section, promise }) => section === noPromise && !text.includes(plain(promise)),
  )
  expect(gone).toEqual([])
})
