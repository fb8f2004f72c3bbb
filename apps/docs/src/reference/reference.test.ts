import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entries, readEverything } from './entries.ts'
import { readErrorCodes } from './errorCodes.ts'
import { readOptions } from './options.ts'
import { referencePages } from './pages.ts'
import { root } from './sources.ts'
import { renderSite } from './writeReference.ts'

const site = renderSite()
const pages = referencePages()
const titles = pages.map(({ main }) => main.title)

test('default: each export is on a page', () => {
  const shown = new Set(pages.flatMap(({ main, types }) => [main, ...types]))
  expect(shown.size).toBe(readEverything().length)
  expect(titles).toEqual(expect.arrayContaining(['useAuthToken', 'TakoSignIn', 'SignIn.Trigger']))
  for (const { path, main } of pages) {
    const [page = '', anchor] = path.split('#')
    const heading = anchor ? `## ${main.name} ` : `# ${main.title}\n`
    expect(site.get(page)).toContain(heading)
  }
})

test('behavior: each export is documented', () => {
  // A type that only serves one function is explained by it, and by its members.
  const missing = pages.filter(({ main }) => !main.doc.summary).map(({ path }) => path)
  expect(missing).toEqual([])
})

test('behavior: each public function of a dapp has an example', () => {
  const kinds = new Set(['function', 'component', 'class'])
  const missing = pages
    .filter(({ main }) => kinds.has(main.kind) && !main.entry.namespace)
    .filter(({ main }) => main.doc.examples.length === 0)
    .map(({ path }) => path)
  expect(missing).toEqual([])
})

test('behavior: no two pages are one file where capitals do not count', () => {
  const paths = [...site.keys()].map((path) => path.toLowerCase())
  expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
})

test('behavior: a name that two packages have leads to that of the same package, else to core’s', () => {
  const own = new Map(pages.map(({ main, path }) => [`${main.entry.folder} ${main.title}`, path]))
  const links = [...site].flatMap(([path, text]) => {
    const [, folder] = /^\/reference\/([^/]+)\//.exec(path) ?? []
    return [...text.matchAll(/\[`([\w.]+)`\]\((\/reference\/[^)]+)\)/g)].map(([, name, to]) => ({
      path,
      to,
      expected: own.get(`${folder} ${name}`) ?? own.get(`core ${name}`) ?? to,
    }))
  })
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter(({ to, expected }) => to !== expected)).toEqual([])
})

test('behavior: no heading of types occurs twice', () => {
  for (const [path, text] of site) {
    const anchors = [...text.matchAll(/\{#([^}]+)\}/g)].map(([, anchor]) => anchor)
    expect(new Set(anchors).size, path).toBe(anchors.length)
  }
})

test('behavior: each entry of each package is read', () => {
  const folders = readdirSync(join(root, 'packages')).filter(
    (name) => !['bench', 'test'].includes(name),
  )
  const files = folders.flatMap((name) => {
    const folder = join(root, 'packages', name, 'src/exports')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !/\.(test|test-d)\.ts$|\.dom\./.test(file))
      .map((file) => join(folder, file))
  })
  // The kit's own, JSON that documents itself, and what only adds to vitest's types.
  const unread =
    /(core\/src\/exports\/internal|emulator\/src\/exports\/fixtures|testing\/src\/exports\/vitest)\.ts$/
  expect(files.filter((file) => !unread.test(file)).sort()).toEqual(
    entries.map(({ file }) => file).sort(),
  )
})

describe('options', () => {
  const options = readOptions()

  test('default: each has a heading with an anchor of its own, and a line in the index', () => {
    expect(options.length).toBeGreaterThan(300)
    const index = site.get('/reference/options') ?? ''
    for (const { member, of, link } of options) {
      const [page = '', anchor = ''] = link.split('#')
      expect(site.get(page)?.split(`### ${member.name} \\{#${anchor}}\n`)).toHaveLength(2)
      expect(index).toContain(`[${of}](${link})`)
    }
    const links = options.map(({ link }) => link)
    expect(links.filter((link, at) => links.indexOf(link) !== at)).toEqual([])
  })

  test('behavior: each says what it does, by itself or by its type', () => {
    const silent = options.filter(({ member }) => !member.doc.summary)
    expect(silent.map(({ link }) => link)).toEqual([])
  })
})

describe('error codes', () => {
  const codes = readErrorCodes()

  test('default: each has a page that says what happened', () => {
    expect(codes.length).toBeGreaterThan(40)
    expect(codes.filter(({ doc }) => !doc)).toEqual([])
    for (const { code } of codes) expect(site.get(`/errors/${code}`)).toContain(`# ${code}`)
  })

  test('behavior: those of core have the sentence that the user reads', () => {
    const isRelayed = (code: string) => /^(relay|request)\//.test(code)
    expect(codes.filter(({ code, sentence }) => !sentence && !isRelayed(code))).toEqual([])
    expect(site.get('/errors/network/failed')).toContain('The connection dropped.')
  })
})

test('behavior: components and hooks have a live example', () => {
  const drawn = pages.filter(
    ({ main }) =>
      main.entry.folder === 'react' &&
      (main.kind === 'component' || /^use[A-Z]/.test(main.title)) &&
      // It is around every example.
      main.title !== 'AuthProvider',
  )
  expect(drawn.length).toBeGreaterThan(40)
  expect(
    drawn.filter(({ path }) => !site.get(path)?.includes('<Live')).map(({ path }) => path),
  ).toEqual([])
})
