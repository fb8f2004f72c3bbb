import { cutText } from '../utils/cutText.ts'

/** The first letter of a name, whole: an emoji may be many characters. */
export function initialOf(name: string): string {
  return cutText(name, 1).toUpperCase()
}
