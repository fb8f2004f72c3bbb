import type { LocaleOption } from './Locale.ts'
import type { StringsContextValue } from './StringsContext.ts'

/** Loads a language: each is a file of its own. `onChange` hears once when the page, whose language it is, gets another. */
export async function loadStrings(
  locale: LocaleOption,
  isWorded: boolean,
  onChange?: () => void,
): Promise<StringsContextValue> {
  return (await import('./loadLanguage.ts')).loadLanguage(locale, isWorded, onChange)
}
