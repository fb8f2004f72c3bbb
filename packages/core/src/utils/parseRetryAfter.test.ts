import { describe, expect, test } from 'vitest'
import { parseRetryAfter } from './parseRetryAfter.ts'

const nowAt = Date.parse('2026-11-20T10:00:00Z')

describe('parseRetryAfter', () => {
  test.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['Fri, 20 Nov 2026 10:00:07 GMT', 7_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 0],
    ['99999999', 3_600_000],
    ['9'.repeat(400), 3_600_000],
    ['Fri, 20 Nov 2099 10:00:07 GMT', 3_600_000],
  ])('default: %j is %i ms', (value, waitMs) => {
    expect(parseRetryAfter(value, nowAt)).toBe(waitMs)
  })

  test.each([
    null,
    '',
    'soon',
    'NaN',
    '-1',
    '+1',
    '1.5',
    '1e3',
    '0x10',
    '2, 2',
    '5;',
    '2026-11-20T10:00:07Z',
    'Fri, 20 Nov 2026 10:00:07',
    'Friday, 20-Nov-26 10:00:07 GMT',
    'Fri Nov 20 10:00:07 2026',
    'Fri, 99 Nov 2026 10:00:07 GMT',
  ])('behavior: %j says nothing', (value) => {
    expect(parseRetryAfter(value, nowAt)).toBeUndefined()
  })
})
