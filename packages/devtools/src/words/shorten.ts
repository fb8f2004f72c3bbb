/** An address or another long name, so that it can be told from others and no more. */
export function shorten(name: string): string {
  return name.length > 14 ? `${name.slice(0, 6)}…${name.slice(-4)}` : name
}
