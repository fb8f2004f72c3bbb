import type { LocaleOption } from './Locale.ts'
import type { StringsContextValue } from './StringsContext.ts'

/** Loads a language: each is a file of its own. */
export async function loadStrings(
  locale: LocaleOption,
  isWorded: boolean,
): Promise<StringsContextValue> {
  return (await import('./loadLanguage.ts')).loadLanguage(locale, isWorded)
}
