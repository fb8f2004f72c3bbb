import { expect, inject, test } from 'vitest'
import { runSpec } from './runSpec.ts'

test('default: the demo, in at most 15 lines, by Playwright’s own runner', async () => {
  const { lines, stats } = await runSpec('demo', inject('demoUrl'))
  expect(lines).toBeLessThanOrEqual(15)
  expect(stats).toMatchObject({ expected: 1, unexpected: 0, flaky: 0, skipped: 0 })
})
