import type { Locale } from './Locale.ts'
import type { Strings } from './Strings.ts'

/** Each language is a file of its own, loaded when it is used. */
export const loadStrings: Partial<Record<Locale, () => Promise<Strings>>> = {}
