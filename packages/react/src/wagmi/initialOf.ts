/** The first letter of a name, whole: an emoji may be many characters. */
export function initialOf(name: string): string {
  // Firefox has it since 125.
  if (!('Segmenter' in Intl)) return ([...name][0] ?? '').toUpperCase()
  const [first] = new Intl.Segmenter().segment(name)
  return (first?.segment ?? '').toUpperCase()
}
