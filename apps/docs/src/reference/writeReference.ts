import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ReferencePage, referencePages } from './pages.ts'
import { renderErrorPages } from './renderErrorPages.ts'
import { renderOptions } from './renderOptions.ts'
import { renderPage, renderTypes } from './renderPage.ts'
import { renderReadmes } from './renderReadmes.ts'
import { root } from './sources.ts'

const app = join(root, 'apps/docs')

/** The live example of a page, as its file imports it. */
function exampleOf(path: string): string | undefined {
  const [, , folder, name = ''] = path.split('/')
  if (folder !== 'react') return undefined
  const up = '../'.repeat(path.split('/').length - 1)
  return existsSync(join(app, 'examples', `${name}.tsx`)) ? `${up}examples/${name}.tsx` : undefined
}

/** Packages may use a name twice: a page links to that of its own package, else to the first that has it, which is core. */
function linksFrom(folder: string, pages: readonly ReferencePage[]) {
  const own = pages.filter(({ main }) => main.entry.folder === folder)
  // The last path of a name counts.
  const paths = new Map([...pages.toReversed(), ...own].map(({ main, path }) => [main.title, path]))
  return (name: string) => paths.get(name)
}

/** The generated pages: path from the site's root, and MDX. */
export function renderSite(): Map<string, string> {
  const pages = referencePages()
  const contextOf = ({ main: { entry } }: ReferencePage) => ({
    linkOf: linksFrom(entry.folder, pages),
    exampleOf: ({ path }: ReferencePage) => exampleOf(path),
  })
  const shared = new Map<string, ReferencePage[]>()
  for (const page of pages.filter(({ path }) => path.includes('#'))) {
    const [path = ''] = page.path.split('#')
    const known = shared.get(path) ?? []
    // Two entries of a package may export the same type.
    if (known.every((one) => one.path !== page.path)) shared.set(path, [...known, page])
  }
  return new Map([
    ...pages
      .filter(({ path }) => !path.includes('#'))
      .map((page): [string, string] => [page.path, renderPage(page, contextOf(page))]),
    ...[...shared].map(([path, own]): [string, string] => [
      path,
      renderTypes(
        own.map(({ main }) => main),
        contextOf(own[0] as ReferencePage),
      ),
    ]),
    ['/reference/options', renderOptions(linksFrom('core', pages))],
    ...renderErrorPages(),
    ...renderReadmes(),
  ])
}

/** Writes them below `docs`, where nothing of them is committed. What has not changed keeps its time. */
export function writeReference(): void {
  const generated = ['reference', 'errors', 'packages']
  const site = renderSite()
  for (const folder of generated) {
    const kept = existsSync(join(app, 'docs', folder))
    if (kept && !process.argv.includes('dev'))
      rmSync(join(app, 'docs', folder), { recursive: true, force: true })
  }
  for (const [path, text] of site) {
    const file = join(app, 'docs', `${path}.mdx`)
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  }
}
