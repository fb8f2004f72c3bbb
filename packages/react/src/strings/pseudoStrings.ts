import { en } from './en.ts'
import type { Strings } from './Strings.ts'

const accented: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
}

function toPseudo(text: string): string {
  const letters = text.replace(/\{\w+\}|[a-z]/g, (found) => accented[found] ?? found)
  return `⟦${letters}${'·'.repeat(Math.ceil(text.length * 0.35))}⟧`
}

function toPseudoAll<value>(value: value): value {
  if (typeof value === 'string') return toPseudo(value) as value
  const entries = Object.entries(value as object).map(([name, one]) => [name, toPseudoAll(one)])
  return Object.fromEntries(entries) as value
}

/**
 * A pseudo-language for tests: long and accented, so that truncated or hard-coded text stands out.
 *
 * @example
 * ```tsx
 * import { pseudoStrings, TakoSignIn } from '@takokit/react'
 *
 * export const Pseudo = () => <TakoSignIn strings={pseudoStrings} />
 * ```
 */
export const pseudoStrings: Strings = /* @__PURE__ */ toPseudoAll(en)
