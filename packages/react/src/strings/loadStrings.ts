import type { LocaleOption } from './Locale.ts'
import type { StringsContextValue } from './StringsContext.ts'

/**
 * Loads a language; each is a separate file. `onChange` is called once when the page's language changes, if that is the one
 * in use.
 */
export async function loadStrings(
  locale: LocaleOption,
  isWorded: boolean,
  onChange?: () => void,
): Promise<StringsContextValue> {
  return (await import('./loadLanguage.ts')).loadLanguage(locale, isWorded, onChange)
}
