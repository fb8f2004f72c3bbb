import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

/** The package pages: the README of each, which has its one home in the package. */
export const packageNames = [
  'core',
  'react',
  'relay',
  'devtools',
  'emulator',
  'test-wallet',
  'testing',
  'create-takokit',
] as const

const repository = 'https://github.com/takokit/takokit/blob/main'

/** Pages that show a section of a document of the repository: path, file, heading. */
const sections = [
  ['/concepts/where-tokens-rest', 'packages/core/README.md', 'Where tokens rest'],
  ['/guides/a-provider-of-your-own', 'packages/core/README.md', 'A provider of your own'],
  ['/concepts/promises', 'README.md', 'What it promises'],
] as const

/** The path of each page, and its text. */
export function renderReadmes(): Map<string, string> {
  const pages = new Map<string, string>()
  for (const name of packageNames) {
    const file = `packages/${name}/README.md`
    pages.set(`/packages/${name}`, rewriteLinks(read(file), file))
  }
  for (const [path, file, heading] of sections)
    pages.set(path, rewriteLinks(sectionOf(read(file), heading), file))
  pages.set('/packages/relay-recipes', renderRecipes())
  pages.set('/packages/relay-measured', renderMeasured())
  return pages
}

/** The relay beside other servers, as `pnpm bench relay` measured it last. */
function renderMeasured(): string {
  const picture = `<picture>
  <source media="(prefers-color-scheme: dark)" srcSet="/relay-dark.svg" />
  <img src="/relay-light.svg" alt="Requests for each second of CPU time, as a share of bare node:http" />
</picture>`
  return `# The relay, measured\n\n${picture}\n\n${read('packages/bench/results/relay.md')}`
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** A section of second level as a page: its heading becomes the page's. */
function sectionOf(text: string, heading: string): string {
  const [, section] = text.split(new RegExp(`^## ${heading}$`, 'm'))
  if (!section) throw new Error(`There is no section "${heading}".`)
  return `# ${heading}\n${section.split(/^## /m)[0]}`.trimEnd()
}

/** Links to files of the repository: to the page that shows them, else to the repository. Pictures are on pages of their own. */
function rewriteLinks(text: string, file: string): string {
  const withoutPictures = text.replaceAll(/<picture>[\s\S]*?<\/picture>\n*/g, '')
  return withoutPictures.replaceAll(
    /(\]\()([^)#\s]+)(#[^)]*)?\)/g,
    (whole, start, target, anchor = '') => {
      if (/^(https?:|\/)/.test(target)) return whole
      const path = join(file, '..', target).replaceAll('\\', '/')
      return `${start}${pageOf(path) ?? `${repository}/${path}`}${anchor})`
    },
  )
}

function pageOf(path: string): string | undefined {
  const [, name] = /^packages\/([\w-]+)(?:\/README\.md)?$/.exec(path) ?? []
  if (name && packageNames.some((known) => known === name)) return `/packages/${name}`
  const [, recipe] = /^packages\/relay\/recipes\/?(.*)$/.exec(path) ?? []
  if (recipe !== undefined) return `/packages/relay-recipes${recipe ? `#${anchorOf(recipe)}` : ''}`
  if (path === 'packages/bench/results/relay.md') return '/packages/relay-measured'
  if (path.startsWith('packages/core/recipes')) return '/guides/recipes'
  const [, type] = /^packages\/core\/src\/types\/(\w+)\.ts$/.exec(path) ?? []
  if (type) return `/reference/core/${type}`
  const [, page] = /^apps\/docs\/docs\/(.+)\.mdx$/.exec(path) ?? []
  return page && existsSync(join(root, path)) ? `/${page}` : undefined
}

/** As the site makes an anchor of a heading. */
const anchorOf = (recipe: string) => recipe.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

function renderRecipes(): string {
  const folder = join(root, 'packages/relay/recipes')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
  const blocks = files.map(
    (file) =>
      `## ${file} \\{#${anchorOf(file)}}\n\n\`\`\`ts title="recipes/${file}" file="../../../../packages/relay/recipes/${file}"\n\n\`\`\``,
  )
  return `# Relay recipes\n\nFiles to copy, from \`packages/relay/recipes\`. A test runs each of them.\n\n${blocks.join('\n\n')}\n`
}
