import type { Locale } from './Locale.ts'
import type { Strings } from './Strings.ts'

/** Loads a language: each is a file of its own. English needs none. */
export async function loadStrings(locale: Locale): Promise<Partial<Strings>> {
  if (locale === 'en') return {}
  const { languages } = await import('./languages.ts')
  return languages[locale]()
}
