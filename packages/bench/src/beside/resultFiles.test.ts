import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { versions } from './peers/versions.ts'
import { filesOf, readResults } from './resultFiles.ts'

test('the page and the pictures are those of the figures that were measured last, of the pinned versions', () => {
  const results = readResults()
  expect(results.versions).toEqual(versions)
  for (const [path, text] of Object.entries(filesOf(results)))
    expect(readFileSync(path, 'utf8')).toBe(text)
})
