import { expect, test } from 'vitest'
import * as index from './index.ts'
import * as msw from './msw.ts'
import * as library from './playwright-library.ts'
import * as react from './react.ts'

test('exports', () => {
  const names = Object.entries({ index, msw, library, react }).map(([entry, exported]) => [
    entry,
    Object.keys(exported).sort(),
  ])
  expect(Object.fromEntries(names)).toMatchInlineSnapshot(`
    {
      "index": [
        "createWorld",
        "takokitMatchers",
      ],
      "library": [
        "installTakokit",
      ],
      "msw": [
        "emulatorHandlers",
      ],
      "react": [
        "WorldProviders",
      ],
    }
  `)
})
