/** Three colours that follow from a name. Upper and lower case make no difference. */
export function avatarShapes(name: string): string[] {
  let hash = 7
  for (const character of name.toLowerCase())
    hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0
  const hue = hash % 360
  const turn = 40 + ((hash >>> 9) % 80)
  return [
    `hsl(${hue} 72% 62%)`,
    `hsl(${(hue + turn) % 360} 80% 50%)`,
    `hsl(${(hue + 2 * turn) % 360} 88% 74%)`,
  ]
}
