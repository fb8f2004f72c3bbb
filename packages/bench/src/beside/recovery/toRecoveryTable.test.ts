import { expect, test } from 'vitest'
import { toRecoveryTable } from './toRecoveryTable.ts'

const outages = [
  { outageS: 5, isAsked: true },
  { outageS: 60, isAsked: false },
]

test('default: the median of the runs with their spread; what never came, and what renews only when asked', () => {
  const text = toRecoveryTable({
    outages,
    rows: [
      { name: 'takokit', label: 'takokit', seconds: [[1, 3, 2], [4]] },
      { name: 'other', label: 'other', seconds: [[5, null, 5], []] },
    ],
  })
  expect(text).toContain('| 5 s of 500, a caller waits | 2 (1–3) | 5 (5–**never**) |')
  expect(text).toContain('| 60 s of 500, nobody asks | 4 | – |')
  expect(text).toContain('None is sooner than takokit.')
})

test('behavior: what is sooner than takokit is said', () => {
  const rows = [
    { name: 'takokit', label: 'takokit', seconds: [[6], [null]] },
    { name: 'other', label: 'other', seconds: [[5], [9]] },
  ]
  expect(toRecoveryTable({ outages, rows })).toContain(
    'Sooner than takokit: 5 s of 500, a caller waits (other); 60 s of 500, nobody asks (other).',
  )
})
