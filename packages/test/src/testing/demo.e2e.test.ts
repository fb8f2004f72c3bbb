import { expect, test } from 'vitest'
import { serveDemo } from '../e2e/serveDemo.ts'
import { runSpec } from './runSpec.ts'

test('default: the demo, in at most 15 lines, by Playwright’s own runner', async () => {
  const { url, close } = await serveDemo()
  try {
    const { lines, stats } = await runSpec('demo', url)
    expect(lines).toBeLessThanOrEqual(15)
    expect(stats).toMatchObject({ expected: 1, unexpected: 0, flaky: 0, skipped: 0 })
  } finally {
    close()
  }
})
