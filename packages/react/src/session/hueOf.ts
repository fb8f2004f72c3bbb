/** A hue that follows from a name, degrees. Upper and lower case make no difference. */
export function hueOf(name: string): number {
  let hash = 7
  for (const letter of name.toLowerCase()) hash = (hash * 31 + letter.charCodeAt(0)) % 3607
  return hash % 360
}
