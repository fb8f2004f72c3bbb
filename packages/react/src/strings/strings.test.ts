import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { languages } from './languages.ts'
import { mergeStrings } from './mergeStrings.ts'
import { pseudoStrings } from './pseudoStrings.ts'

/** Every sentence by its path. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([name, one]) => flatten(one, `${path}.${name}`))
}

const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
const english = new Map(flatten(en))

describe.each(Object.entries(languages))('%s', (locale, load) => {
  test('default: no sentence is empty, or left in English', async () => {
    const same = flatten(await load()).filter(([path, text]) => {
      const words = english.get(path) ?? ''
      return text.trim() === '' || (words.split(' ').length > 2 && text === words)
    })
    expect(same).toEqual([])
  })

  test('behavior: what is filled in is the same as in English', async () => {
    const wrong = flatten(await load()).filter(
      ([path, text]) =>
        !path.startsWith('.walletCount') &&
        `${holes(text)}` !== `${holes(english.get(path) ?? '')}`,
    )
    expect(wrong).toEqual([])
  })

  test('behavior: every plural form that the language has', async () => {
    const { walletCount } = await load()
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    const counts = [0, 1, 2, 3, 5, 11, 21, 100]
    const used = new Set(counts.map((count) => new Intl.PluralRules(locale).select(count)))
    const forms = Object.keys(walletCount)
    expect([...used].filter((form) => !forms.includes(form))).toEqual([])
    expect(forms.filter((form) => !pluralCategories.includes(form as 'other'))).toEqual([])
  })

  test('behavior: no exclamation marks', async () => {
    expect(flatten(await load()).filter(([, text]) => /[!！¡]/.test(text))).toEqual([])
  })
})

test('pseudoStrings: marks every sentence and keeps what is filled in', () => {
  expect(pseudoStrings.confirm).toMatch(/^⟦Cöñƒîŕɱ îñ \{wallet\}….*⟧$/)
  expect(flatten(pseudoStrings).every(([, text]) => text.startsWith('⟦'))).toBe(true)
})

test('mergeStrings: errors and providers one by one', () => {
  const merged = mergeStrings(en, {
    signIn: 'Enter',
    errors: { 'network/failed': 'No line.' },
    providers: { mine: 'My house' },
  })
  expect(merged.providers).toEqual({ ...en.providers, mine: 'My house' })
  expect(merged.signIn).toBe('Enter')
  expect(merged.errors['network/failed']).toBe('No line.')
  expect(merged.errors['network/timeout']).toBe(en.errors['network/timeout'])
  expect(mergeStrings(en, undefined)).toBe(en)
})
