import { cutText } from './cutText.ts'

const longest = 60

/** A name that a wallet gave itself, cut where it is too long for a button or a title. */
export function shortName(name: string): string {
  const cut = cutText(name, longest)
  return cut === name ? name : `${cut.trimEnd()}…`
}
