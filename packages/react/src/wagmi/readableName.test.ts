import { expect, test } from 'vitest'
import { readableName } from './readableName.ts'

test.each([
  ['a name', 'Fox Wallet', 'Fox Wallet'],
  ['space around and within', '  Fox \n\t Wallet ', 'Fox Wallet'],
  ['an emoji of several characters', '👩‍🚀 Wallet', '👩‍🚀 Wallet'],
  ['Arabic, with its joiner', 'محفظه‌ها', 'محفظه‌ها'],
  ['what turns the direction', '\u202egnp.xoF\u2066 \u200f', 'gnp.xoF'],
  ['what draws nothing', '\u200b\u2060\u00ad', 'io.fox'],
  ['half of a character', '\ud83e Fox', 'Fox'],
  ['piled marks', `Z${'\u0301'.repeat(500)}`, 'Z\u0301\u0301\u0301'],
  ['far too long', 'W'.repeat(100_000), `${'W'.repeat(59)}…`],
  ['far too many families', '👨‍👩‍👧‍👦'.repeat(70), `${'👨‍👩‍👧‍👦'.repeat(59)}…`],
  ['null', null, 'io.fox'],
  ['nothing', undefined, 'io.fox'],
  ['an object', { name: 'Fox' }, 'io.fox'],
])('default: %s', (_, name, expected) => {
  expect(readableName(name, 'io.fox')).toBe(expected)
})

test('behavior: neither a name nor an id', () => {
  expect(readableName(null, undefined)).toBe('Wallet')
})
