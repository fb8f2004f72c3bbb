import { describe, expect, test } from 'vitest'
import { isNewerRecord } from './isNewerRecord.ts'

const at = 1_000_000

describe('isNewerRecord', () => {
  test.each([
    ['refreshed since', { sid: 'a', gen: 3, startedAt: at }, true],
    ['the same', { sid: 'a', gen: 2, startedAt: at }, false],
    ['before the last refresh', { sid: 'a', gen: 1, startedAt: at }, false],
    ['signed in later', { sid: 'b', gen: 3, startedAt: at + 1 }, true],
    [
      'signed in later, after the storage was cleared',
      { sid: 'b', gen: 1, startedAt: at + 1 },
      true,
    ],
    ['signed in before', { sid: 'b', gen: 1, startedAt: at - 1 }, false],
    ['signed in before, and refreshed often', { sid: 'b', gen: 90, startedAt: at - 1 }, false],
    ['signed in at the same instant, and refreshed', { sid: 'b', gen: 3, startedAt: at }, true],
  ])('default: %s', (_, theirs, is) => {
    expect(isNewerRecord(theirs, { sid: 'a', gen: 2, startedAt: at })).toBe(is)
  })
})
