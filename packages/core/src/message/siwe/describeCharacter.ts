/** Says which character of a value does not fit, and where it stands. */
export function describeCharacter(value: string, at: number): string {
  const code = value.codePointAt(at)
  if (code === undefined) return 'It ends too early.'
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const shown = code > 0x20 && code < 0x7f ? ` \`${value.charAt(at)}\`` : ''
  return `It holds ${name}${shown} at character ${at + 1}, which is not allowed there.`
}
