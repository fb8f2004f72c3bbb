/** A hue in degrees, derived from a name. Case-insensitive. */
export function hueOf(name: string): number {
  let hash = 7
  for (const letter of name.toLowerCase()) hash = (hash * 31 + letter.charCodeAt(0)) % 3607
  return hash % 360
}
