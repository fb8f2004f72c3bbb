/** The first characters of a text as a reader counts them: an emoji, or a letter with its accents, is one. */
export function cutText(text: string, length: number): string {
  // Firefox before 125 has no segmenter.
  if (!Intl.Segmenter) return [...text].slice(0, length).join('')
  let cut = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (length-- <= 0) break
    cut += segment
  }
  return cut
}
