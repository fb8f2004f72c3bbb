import type { languages } from './languages/languages.ts'

/** The languages that the kit speaks, as BCP 47 tags. */
export type Locale = 'en' | keyof typeof languages

/**
 * Any BCP 47 tag: `pt-BR` is Portuguese, `zh-Hant` traditional Chinese, and one that the kit does not speak is English. `page`
 * follows `<html lang>`, `browser` takes the first language of the browser that the kit speaks.
 */
export type LocaleOption = Locale | 'page' | 'browser' | (string & {})
