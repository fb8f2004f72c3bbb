import { tryIntl } from './tryIntl.ts'

/** The first characters of a text as a reader counts them: an emoji, or a letter with its accents, is one. */
export function cutText(text: string, length: number): string {
  let cut = ''
  for (const segment of split(text)) {
    if (length-- <= 0) break
    cut += segment
  }
  return cut
}

function split(text: string): string[] {
  // Firefox before 125 has no segmenter.
  return tryIntl(
    () => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment),
    () => [...text],
  )
}
