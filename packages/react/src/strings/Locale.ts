import type { languages } from './languages/languages.ts'

/** The kit's languages, as BCP 47 tags. */
export type Locale = 'en' | keyof typeof languages

/**
 * Any BCP 47 tag: `pt-BR` is Portuguese, `zh-Hant` traditional Chinese, and an unsupported one is English. `page` follows
 * `<html lang>`, `browser` uses the browser's first supported language.
 */
export type LocaleOption = Locale | 'page' | 'browser' | (string & {})
