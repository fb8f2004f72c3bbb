import { afterEach, expect, test, vi } from 'vitest'
import { loadLanguage } from './loadLanguage.ts'
import { loadStrings } from './loadStrings.ts'
import { resolveLocale } from './resolveLocale.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test.each([
  ['pt-BR', 'pt'],
  ['pt_BR', 'pt'],
  ['pt_BR.UTF-8', 'pt'],
  ['de-AT', 'de'],
  ['DE', 'de'],
  ['en-US', 'en'],
  ['es-419', 'es'],
  ['in', 'id'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['uk-UA', 'uk'],
  ['cmn-Hant-TW', 'zh-TW'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-TW-u-nu-latn', 'zh-TW'],
  ['de-CH-1996', 'de'],
  ['nl-BE@euro', 'nl'],
  ['pt-PT', 'pt'],
  ['C', undefined],
  ['sr-Latn', undefined],
  ['nb', undefined],
  ['no', undefined],
  ['hi-Latn', undefined],
])('resolveLocale: %s is %s', (asked, known) => {
  expect(resolveLocale(asked)?.known).toBe(known)
})

test.each(['', '-', 'not a tag', 'x', '*', '😀', 'en--US', ['de', 'en'], [], {}, 4])(
  'resolveLocale: %j is no tag',
  (asked) => {
    expect(resolveLocale(asked as string)).toBeUndefined()
  },
)

test('behavior: the whole tag is kept for times and plurals', async () => {
  expect(await loadStrings('en-GB', false)).toEqual({ locale: 'en-GB', dir: 'ltr', strings: {} })
  const { locale, dir, strings } = await loadStrings('ar_EG', false)
  expect([locale, dir, strings?.signIn]).toEqual(['ar-EG', 'rtl', 'تسجيل الدخول'])
})

test.each(['nb', 'tlh', 'nonsense!', ['de', 'fr'] as unknown as string])(
  'behavior: %s is English, told once',
  async (tag) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const english = { locale: 'en', dir: 'ltr', strings: {} }
    expect(await loadStrings(tag, false)).toEqual(english)
    expect(await loadStrings(tag, false)).toEqual(english)
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`"${tag}"`)]])
  },
)

test('behavior: nothing is told in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  await loadStrings('sv', false)
  expect(warn).not.toHaveBeenCalled()
  vi.unstubAllEnvs()
})

test('parameters: strings of a language that the kit does not speak keep its rules', async () => {
  expect(await loadLanguage('he', true)).toEqual({ locale: 'he', dir: 'rtl', strings: {} })
})

test('parameters: browser, the first language of it that the kit speaks', async () => {
  vi.stubGlobal('navigator', { languages: ['nb-NO', 'pl-PL', 'de'] })
  expect((await loadStrings('browser', false)).locale).toBe('pl-PL')
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  vi.stubGlobal('navigator', { languages: ['nb-NO'] })
  expect((await loadStrings('browser', false)).locale).toBe('en')
  expect(warn).not.toHaveBeenCalled()
})
