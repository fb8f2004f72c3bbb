import { expect, test } from 'vitest'
import * as index from './index.ts'
import * as panel from './panel.ts'

test('exports', () => {
  const names = Object.entries({ index, panel }).map(([entry, exported]) => [
    entry,
    Object.keys(exported).sort(),
  ])
  expect(Object.fromEntries(names)).toMatchInlineSnapshot(`
    {
      "index": [
        "TakoDevtools",
        "createNetworkSwitch",
        "takoDevtoolsPlugin",
      ],
      "panel": [
        "DevtoolsPanel",
        "EventLog",
        "SessionTimeline",
        "TimelineLegend",
      ],
    }
  `)
})
