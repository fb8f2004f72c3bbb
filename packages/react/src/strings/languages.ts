import type { Locale } from './Locale.ts'
import type { Strings } from './Strings.ts'

/** Where each language is; English comes with the components. */
export const languages: Record<Exclude<Locale, 'en'>, () => Promise<Strings>> = {
  es: async () => (await import('./es.ts')).es,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  pt: async () => (await import('./pt.ts')).pt,
  ru: async () => (await import('./ru.ts')).ru,
  tr: async () => (await import('./tr.ts')).tr,
  ar: async () => (await import('./ar.ts')).ar,
  hi: async () => (await import('./hi.ts')).hi,
  id: async () => (await import('./id.ts')).id,
  vi: async () => (await import('./vi.ts')).vi,
  th: async () => (await import('./th.ts')).th,
  ja: async () => (await import('./ja.ts')).ja,
  ko: async () => (await import('./ko.ts')).ko,
  'zh-CN': async () => (await import('./zhCN.ts')).zhCN,
  'zh-TW': async () => (await import('./zhTW.ts')).zhTW,
}
