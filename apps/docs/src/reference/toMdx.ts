/** Text of a docstring as MDX: links become links, and what is no code contains no markup. */
export function toMdx(text: string, linkOf: (name: string) => string | undefined): string {
  const linked = text.replaceAll(/\{@link\s+([^\s}|]+)[^}]*\}/g, (_, name: string) => {
    const link = linkOf(name)
    return link ? `[\`${name}\`](${link})` : `\`${name}\``
  })
  return linked
    .split(/(```[\s\S]*?```|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/[{}<]/g, (sign) => `\\${sign}`),
    )
    .join('')
}

/** Code on a line of text. */
export const code = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** A block of code. */
export const block = (text: string, language = 'ts') => `\`\`\`${language}\n${text.trim()}\n\`\`\``
