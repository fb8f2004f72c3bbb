import { expect, test } from 'vitest'
import { toRows } from './compareCalls.ts'
import { toCallsTable } from './toCallsTable.ts'

test('default: each round is beside `fetch` of the same round', () => {
  const rows = toRows({
    fetch: [100, 200, 100],
    authFetch: [110, 210, 120],
    ky: [150, 300, 150],
    axios: [105, 200, 300],
  })
  expect(rows[0]?.ofFetch).toEqual({ median: 1.1, least: 1.05, most: 1.2 })
  const text = toCallsTable({ rounds: 3, calls: 1, rows })
  expect(text).toContain('| `authFetch` | 1.10 × | 1.05–1.20 × |')
  expect(text).toContain('| `ky` with a `beforeRequest` hook | 1.50 × | 1.50–1.50 × |')
  expect(text).toContain('Cheaper than `authFetch`: `axios` with an interceptor')
})
