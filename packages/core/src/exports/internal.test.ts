import { expect, test } from 'vitest'
import * as internal from './internal.ts'

test('exports', () => {
  expect(Object.keys(internal)).toEqual([
    'judgeRotation',
    'assertOutcome',
    'assertToken',
    'parseRetryAfter',
  ])
})
