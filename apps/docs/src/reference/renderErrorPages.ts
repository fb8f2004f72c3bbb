import { readEverything } from './entries.ts'
import { type ErrorCodeDoc, readErrorCodes } from './errorCodes.ts'
import { type ReferencePage, referencePages } from './pages.ts'
import { linkCodes } from './renderPage.ts'
import { toMdx } from './toMdx.ts'

/** The path of each error's page, and its text. */
export function renderErrorPages(): Map<string, string> {
  const pages = referencePages()
  const linkOf = (name: string) => pages.find(({ main }) => main.name === name)?.path
  const codes = readErrorCodes()
  const rendered = new Map<string, string>([['/errors/index', renderIndex(codes)]])
  for (const error of codes)
    rendered.set(`/errors/${error.code}`, renderError(error, pages, linkOf))
  return rendered
}

function renderError(
  { code, doc, sentence, messages }: ErrorCodeDoc,
  pages: readonly ReferencePage[],
  linkOf: (name: string) => string | undefined,
): string {
  const names = new Set(
    readEverything()
      .filter(({ doc: { throws } }) => throws.some((text) => text.includes(`\`${code}\``)))
      .map(({ title }) => title),
  )
  const throwers = pages.filter(({ main }) => names.has(main.title))
  return `${[
    `# ${code}`,
    linkCodes(toMdx(doc, linkOf)),
    sentence &&
      `## What the user reads\n\n> ${sentence}\n\nIn English; each language has its own, and \`strings.errors\` replaces it.`,
    messages.length > 0 &&
      `## What the developer reads\n\n\`error.message\` is one of these, and says more about the case:\n\n${messages.map(({ by, text }) => `- ${toMdx(text.replaceAll(/([*_])/g, '\\$1'), linkOf)} (\`@takokit/${by}\`)`).join('\n')}`,
    throwers.length > 0 &&
      `## Thrown by\n\n${throwers.map(({ main, path }) => `- [\`${main.title}\`](${path})`).join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`
}

function renderIndex(codes: readonly ErrorCodeDoc[]): string {
  const categories = new Map<string, ErrorCodeDoc[]>()
  for (const error of codes) {
    const [category = ''] = error.code.split('/')
    categories.set(category, [...(categories.get(category) ?? []), error])
  }
  const sections = [...categories].map(([category, errors]) => {
    const items = errors.map(
      ({ code, doc }) =>
        `- [\`${code}\`](/errors/${code}): ${linkCodes(toMdx(doc, () => undefined))}`,
    )
    return `## ${category}\n\n${items.join('\n')}`
  })
  return `# Error codes\n\nEvery failure has a code, \`category/reason\`. How to handle them: [Errors](/guides/errors).\n\n${sections.join('\n\n')}\n`
}
