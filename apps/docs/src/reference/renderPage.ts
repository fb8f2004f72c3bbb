import type { Member } from './Doc.ts'
import type { Documented } from './entries.ts'
import { anchorOf, listedMembers } from './options.ts'
import type { ReferencePage } from './pages.ts'
import { block, code, toMdx } from './toMdx.ts'

/** What a page needs to know of the others. */
export interface RenderContext {
  linkOf: (name: string) => string | undefined
  /** The live example of a name: a file below `examples`, as the page imports it. */
  exampleOf: (page: ReferencePage) => string | undefined
}

/** A page of the reference, as MDX. */
export function renderPage(page: ReferencePage, context: RenderContext): string {
  const { main, types } = page
  const example = context.exampleOf(page)
  const sections = [
    example && `import { Live } from '@live'\nimport Example from '${example}'`,
    `# ${main.title}`,
    prose(main, context),
    example && renderExample(example),
    block(importOf(main)),
    ...main.doc.examples.flatMap(({ code, text }) => [
      block(code, 'tsx'),
      toMdx(text, context.linkOf),
    ]),
    main.kind === 'type' || !main.signature ? '' : `## Signature\n\n${block(main.signature)}`,
    renderPart(main, context),
    ...renderParameters(main, context),
    renderMembers(main, context),
    main.doc.throws.length > 0 &&
      `## Errors\n\n${main.doc.throws.map((text) => `- ${linkCodes(toMdx(text, context.linkOf))}`).join('\n')}`,
    main.doc.see.length > 0 &&
      `## See also\n\n${main.doc.see.map((text) => `- ${toMdx(text, context.linkOf)}`).join('\n')}`,
    ...types.filter(({ signature }) => signature).map((type) => renderType(type, context)),
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n`
}

const prose = ({ doc, name }: Documented, { linkOf }: RenderContext) =>
  toMdx(doc.summary, (other) => (other === name ? undefined : linkOf(other)))

const renderExample = (example: string) =>
  `<Live example={Example}>\n\n\`\`\`tsx title="${example.split('/').at(-1)}" file="${example}"\n\n\`\`\`\n\n</Live>`

function importOf({ kind, name, entry }: Documented): string {
  const { module, namespace } = entry
  return `import ${kind === 'type' ? 'type ' : ''}{ ${namespace ?? name} } from '${module}'`
}

function renderPart({ part }: Documented, context: RenderContext): string {
  if (!part) return ''
  const state = part.state.map(
    ({ name, type, doc }) =>
      `- \`data-${name}\`: ${code(type)}. ${toMdx(doc.summary, context.linkOf)}`,
  )
  const told = state.length > 0 ? `\n\nIts state, as attributes:\n\n${state.join('\n')}` : ''
  return `## Element\n\nRenders \`<${part.tag}>\`, and takes its props and \`ref\`. \`render\` replaces the element.${told}`
}

/** The options of a function, or the props of a component: a heading each, so that each can be linked. */
function renderParameters(main: Documented, context: RenderContext): string[] {
  const members = main.kind === 'type' ? [] : listedMembers({ main })
  if (members.length === 0) return []
  const title = main.kind === 'component' ? 'Props' : 'Parameters'
  return [`## ${title}`, ...members.map((member) => renderOption(member, context))]
}

function renderOption(member: Member, { linkOf }: RenderContext): string {
  const { name, type, isOptional, doc } = member
  const links = [...new Set(type.match(/\b[A-Z]\w+/g))].flatMap((word) => {
    const link = linkOf(word)
    return link ? [`[\`${word}\`](${link})`] : []
  })
  const facts = [code(type), isOptional ? 'optional' : 'required', ...links].join(' · ')
  return [`### ${name} \\{#${anchorOf(name)}}`, facts, toMdx(doc.summary, linkOf)]
    .filter(Boolean)
    .join('\n\n')
}

function renderMembers(main: Documented, context: RenderContext): string {
  if (main.kind === 'type')
    return main.members.length > 0
      ? ['## Members', ...main.members.map((member) => renderOption(member, context))].join('\n\n')
      : block(main.signature)
  if (main.members.length === 0) return ''
  const title = main.kind === 'class' ? 'Members' : 'Returns'
  const items = main.members.map(({ name, type, doc }) =>
    `- \`${name}\`: ${code(type)}. ${toMdx(doc.summary, context.linkOf)}`.trimEnd(),
  )
  return `## ${title}\n\n${items.join('\n')}`
}

/** The small types of a package. */
export function renderTypes(types: readonly Documented[], context: RenderContext): string {
  const [first] = types
  const sections = types.map((type) =>
    [
      `## ${type.name} \\{#${type.name.toLowerCase()}}`,
      toMdx(type.doc.summary, (name) => (name === type.name ? undefined : context.linkOf(name))),
      block(type.signature),
    ].join('\n\n'),
  )
  const intro = `Types that functions, hooks and components of \`@takokit/${first?.entry.folder}\` take and return.`
  return `# Types\n\n${intro}\n\n${sections.join('\n\n')}\n`
}

function renderType(type: Documented, { linkOf }: RenderContext): string {
  return [`## ${type.title}`, toMdx(type.doc.summary, linkOf), block(type.signature)]
    .filter(Boolean)
    .join('\n\n')
}

/** Error codes lead to their pages. */
export function linkCodes(text: string): string {
  return text.replaceAll(
    /`((?:wallet|sign-in|message|provider|network|session|storage|browser|request|config|internal|relay)\/[a-z-]+)`/g,
    (_, name: string) => `[\`${name}\`](/errors/${name})`,
  )
}
