/** The names of the chunks that a request carries, beside the first. */
export function chunkNames(header: string | null, name: string): string[] {
  if (!header?.includes(`${name}.`)) return []
  return header
    .split(';')
    .map((pair) => pair.split('=', 1)[0]?.trim() ?? '')
    .filter((key) => key.startsWith(`${name}.`) && /^\.[1-9]$/.test(key.slice(name.length)))
}
