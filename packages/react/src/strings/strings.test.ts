import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { helpOf } from '../signIn/helpOf.ts'
import { titleOf } from '../signIn/titleOf.ts'
import { initialFlowState } from '../flow/FlowState.ts'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { en } from './en.ts'
import { formatString } from './formatString.ts'
import { languages } from './languages/languages.ts'
import { mergeStrings } from './mergeStrings.ts'
import { pseudoStrings } from './pseudoStrings.ts'

/** Every sentence by its path. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([name, one]) => flatten(one, `${path}.${name}`))
}

const isForm = (path: string) => path.startsWith('.walletCount')
const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
const english = new Map(flatten(en))
/** Possible values: names, wallets of two words, waits, times. */
const values = {
  wallet: 'Coinbase Wallet',
  account: '0x4DD3…34A9',
  id: '1204-5531-88',
  provider: 'TalkStack AI',
  count: '3',
  time: '14:05',
}

describe.each(Object.entries(languages))('%s', (locale, load) => {
  const sentences = async () => flatten(await load())

  test('default: every sentence, none of them English', async () => {
    const words = new Map(await sentences())
    const keys = [...english.keys()].filter(
      (path) => !isForm(path) && !path.startsWith('.providers'),
    )
    expect(keys.filter((path) => !words.get(path)?.trim())).toEqual([])
    // Single words may be the same: "Details", "Account {account}". Sentences are not.
    const same = [...words].filter(([path, text]) => english.get(path) === text)
    expect(same.filter(([, text]) => text.split(' ').length > 2)).toEqual([])
    expect(same.length, `${same}`).toBeLessThan(6)
  })

  test('behavior: what is filled in is the same as in English', async () => {
    const wrong = (await sentences()).filter(
      ([path, text]) => !isForm(path) && `${holes(text)}` !== `${holes(english.get(path) ?? '')}`,
    )
    expect(wrong).toEqual([])
  })

  test('behavior: what is filled in is isolated, and nothing is left over or said twice', async () => {
    const when = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
    for (const seconds of [1, 2, 4, 21])
      for (const [path, text] of await sentences()) {
        const filled = formatString(text, { ...values, when: when.format(seconds, 'second') })
        expect(filled, path).not.toMatch(/[{}]|\.\.|。。|\u200e|\u200f/)
        expect(filled.match(/\u2068[^\u2068\u2069]+\u2069/g) ?? [], path).toHaveLength(
          holes(text).length,
        )
      }
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

  test('behavior: no exclamation marks, no name on the button that asks', async () => {
    expect((await sentences()).filter(([, text]) => /[!！¡]/.test(text))).toEqual([])
    expect(holes((await load()).confirm)).toEqual([])
  })

  test('behavior: no wallet is called after how it is reached', async () => {
    const words = mergeStrings(en, await load())
    for (const name of ['Injected', 'WalletConnect']) {
      const wallet = { name, type: 'injected' } as WalletConnector
      for (const status of ['connecting', 'ready', 'signing'] as const)
        for (const uri of [undefined, 'wc:1']) {
          const state = { ...initialFlowState, wallet, uri }
          const texts = [titleOf(words, status, state, 'connect-and-sign'), helpOf(words, state)]
          expect(texts.filter((text) => text.includes(name) || /[{…]/.test(text))).toEqual([])
        }
    }
  })

  test('behavior: it weighs at most 3 kB', async () => {
    expect(gzipSync(JSON.stringify(await load()), { level: 9 }).length).toBeLessThanOrEqual(3_000)
  })
})

test('languages: every file of the folder', () => {
  const folder = fileURLToPath(new URL('./languages', import.meta.url))
  const files = readdirSync(folder).filter((name) => name !== 'languages.ts')
  const tags = Object.keys(languages).map((tag) => `${tag.replace('-', '')}.ts`)
  expect(tags.sort()).toEqual(files.sort())
  expect(tags.length).toBeGreaterThanOrEqual(19)
})

test('fr: no sign can fall to a line of its own', async () => {
  expect(flatten(await languages.fr()).filter(([, text]) => / [;:?!»]/.test(text))).toEqual([])
})

test('pseudoStrings: marks every sentence and keeps what is filled in', () => {
  expect(pseudoStrings.confirmTitle).toMatch(/^⟦Cöñƒîŕɱ îñ \{wallet\}.*⟧$/)
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
