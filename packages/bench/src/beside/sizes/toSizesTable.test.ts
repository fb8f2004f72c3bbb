import { expect, test } from 'vitest'
import { toSizesTable } from './toSizesTable.ts'

const weight = (start: number, all = start) => ({
  gzip: { start, all },
  brotli: { start: start - 100, all: all - 100 },
})

test('default: each peer is beside takokit, with the least and the most of the bundlers', () => {
  const text = toSizesTable({
    rows: [
      {
        name: 'takokit',
        kind: 'kit',
        isOurs: true,
        weights: { Rolldown: weight(10_000, 20_000), esbuild: weight(12_000, 24_000) },
      },
      {
        name: 'another',
        kind: 'kit',
        isOurs: false,
        weights: { Rolldown: weight(40_000), esbuild: weight(36_000) },
      },
      { name: 'refused', kind: 'kit', isOurs: false, weights: { Rolldown: weight(20_000) } },
    ],
  })
  expect(text).toContain('| **takokit** | 10.0, 12.0 | 1.00 × | 9.9, 11.9 | 20.0, 24.0 | 1.00 × |')
  expect(text).toContain('| another | 40.0, 36.0 | 3.00–4.00 × |')
  expect(text).toContain('| refused | 20.0, – | 2.00 × |')
  expect(text).toContain('None is lighter in any column.')
})

test('behavior: what is lighter than takokit is said', () => {
  const text = toSizesTable({
    rows: [
      {
        name: 'takokit',
        kind: 'engine',
        isOurs: true,
        weights: { webpack: weight(8_000, 30_000) },
      },
      { name: 'small', kind: 'engine', isOurs: false, weights: { webpack: weight(9_000) } },
    ],
  })
  expect(text).toContain(
    'Lighter than takokit in a bundler or more: with all that loads later: small (0.30 ×).',
  )
})
