import { type Option, readOptions } from './options.ts'
import { toMdx } from './toMdx.ts'

/** All options in one list, by name: what has the same name and the same sentence is a line. */
export function renderOptions(linkOf: (name: string) => string | undefined): string {
  const lines = new Map<string, Option[]>()
  for (const option of readOptions()) {
    const key = `${option.member.name}\n${option.member.doc.summary}`
    lines.set(key, [...(lines.get(key) ?? []), option])
  }
  const sorted = [...lines.values()].sort(([a], [b]) => nameOf(a).localeCompare(nameOf(b), 'en'))
  const letters = new Map<string, string[]>()
  for (const options of sorted) {
    const letter = nameOf(options[0])
      .replaceAll(/[^a-z]/gi, '')
      .charAt(0)
      .toUpperCase()
    letters.set(letter, [...(letters.get(letter) ?? []), renderLine(options, linkOf)])
  }
  const sections = [...letters].map(([letter, rows]) => `## ${letter}\n\n${rows.join('\n')}`)
  return `# All options\n\nEvery option, parameter and prop, by name, with what it is given to.\n\n${sections.join('\n\n')}\n`
}

const nameOf = (option: Option | undefined) => option?.member.name ?? ''

function renderLine(
  options: readonly Option[],
  linkOf: (name: string) => string | undefined,
): string {
  const [first] = options
  const owners = options.map(({ of, link }) => `[${of}](${link})`).join(', ')
  // The first sentence; its page has the rest.
  const summary = first?.member.doc.summary.replaceAll(/\s+/g, ' ') ?? ''
  const [sentence = ''] = summary.split(/(?<=\.) /)
  const says = sentence && `: ${toMdx(sentence, linkOf)}`
  return `- \`${nameOf(first)}\` of ${owners}${says}`
}
