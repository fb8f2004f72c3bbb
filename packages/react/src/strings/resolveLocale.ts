import { languages } from './languages/languages.ts'
import type { Locale } from './Locale.ts'

export interface ResolvedLocale {
  /** The kit's own tag. `undefined` where it does not speak the language. */
  known: Locale | undefined
  /** The tag that was asked for, as `Intl` takes it: it knows how that country writes times. */
  tag: string
  dir: 'ltr' | 'rtl'
}

const rightToLeft = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Syrc|Thaa)$/
const spoken: Locale[] = ['en', ...(Object.keys(languages) as (keyof typeof languages)[])]

/**
 * The language of a tag: one that is written in the same script. `zh`, `zh-SG` → simplified, `zh-HK` → traditional Chinese;
 * `hi-Latn` is none of the kit's.
 *
 * @returns `undefined` for what is no tag.
 */
export function resolveLocale(asked: string): ResolvedLocale | undefined {
  // `pt_BR.UTF-8` is how operating systems write it.
  const wanted = maximize(asked.replace(/[.@].*/, '').replaceAll('_', '-'))
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
