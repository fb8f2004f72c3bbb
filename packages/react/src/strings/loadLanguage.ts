import { languages } from './languages/languages.ts'
import type { LocaleOption } from './Locale.ts'
import { resolveLocale } from './resolveLocale.ts'
import type { StringsContextValue } from './StringsContext.ts'
import { warnInDevelopment } from '../utils/warnInDevelopment.ts'

/**
 * Loads the language of a tag, of the page or of the browser. If it is not supported: English, with a warning for
 * developers. `isWorded`: the application has the strings, so that only the language's rules are needed.
 */
export async function loadLanguage(
  option: LocaleOption,
  isWorded: boolean,
  onChange: () => void = () => {},
): Promise<StringsContextValue> {
  const isPage = option === 'page'
  const wanted = isPage ? document.documentElement.lang : option
  const asked = option === 'browser' ? navigator.languages : [wanted]
  if (isPage) watchPage(onChange)
  const tags = asked.map(resolveLocale)
  const found = tags.find((one) => one?.known) ?? (isWorded ? tags.find(Boolean) : undefined)
  if (!found) {
    // An undeclared page language is no mistake of the developer.
    if (wanted && option !== 'browser')
      warnInDevelopment(
        `locale: the kit does not speak "${wanted}", so it speaks English. Set another locale, or pass strings of your own.`,
      )
    return { locale: 'en', dir: 'ltr', strings: {} }
  }
  const { known, tag, dir } = found
  const strings = known && known !== 'en' ? await languages[known]() : {}
  return { locale: tag, dir, strings }
}

/** Calls back once when the page's language changes. */
function watchPage(onChange: () => void): void {
  const observer = new MutationObserver(() => {
    observer.disconnect()
    onChange()
  })
  observer.observe(document.documentElement, { attributeFilter: ['lang'] })
}
