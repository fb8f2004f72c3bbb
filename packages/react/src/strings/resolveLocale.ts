import { languages } from './languages/languages.ts'
import type { Locale } from './Locale.ts'

export interface ResolvedLocale {
  /** The kit's own tag. `undefined` if the language is not supported. */
  known: Locale | undefined
  /** The requested tag as `Intl` accepts it: it has that country's time format. */
  tag: string
  dir: 'ltr' | 'rtl'
}

const rightToLeft = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Syrc|Thaa)$/
const spoken: Locale[] = ['en', ...(Object.keys(languages) as (keyof typeof languages)[])]

/**
 * The language of a tag, in the same script. `zh`, `zh-SG` → simplified, `zh-HK` → traditional Chinese; `hi-Latn` is not
 * supported.
 *
 * @returns `undefined` if the text is no tag.
 */
export function resolveLocale(asked: string): ResolvedLocale | undefined {
  // Operating systems write `pt_BR.UTF-8`.
  const wanted = maximize(
    String(asked)
      .replace(/[.@].*/, '')
      .replaceAll('_', '-'),
  )
  if (!wanted) return undefined
  const { tag, language, script = '' } = wanted
  const known = spoken.find((one) => {
    const its = maximize(one)
    return its?.language === language && its.script === script
  })
  return { known, tag, dir: rightToLeft.test(script) ? 'rtl' : 'ltr' }
}

function maximize(tag: string) {
  try {
    const locale = new Intl.Locale(tag)
    const { language, script } = locale.maximize()
    return { tag: locale.toString(), language, script }
  } catch {
    return undefined
  }
}
