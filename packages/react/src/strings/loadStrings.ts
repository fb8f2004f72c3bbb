import type { Locale } from './Locale.ts'
import type { Strings } from './Strings.ts'

/** Loads a language: each is a file of its own. */
export async function loadStrings(locale: Locale): Promise<Strings> {
  const { languages } = await import('./languages.ts')
  return languages[locale]()
}
