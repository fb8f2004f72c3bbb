import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import * as fixtures from './fixtures.ts'
import * as index from './index.ts'
import * as node from './node.ts'
import * as vite from './vite.ts'

test('default: the names that are exported', () => {
  const names = (module: object) => Object.keys(module).sort()
  expect({
    index: names(index),
    fixtures: names(fixtures),
    node: names(node),
    vite: names(vite),
  }).toMatchInlineSnapshot(`
    {
      "fixtures": [
        "cloudreveFixture",
        "privateCloudFixture",
        "takoFixture",
        "talkstackFixture",
      ],
      "index": [
        "createEmulator",
        "providerNames",
      ],
      "node": [
        "serveEmulator",
      ],
      "vite": [
        "emulator",
      ],
    }
  `)
})

test('behavior: package.json exports the same entries', () => {
  expect(Object.keys(manifest.exports)).toEqual([
    '.',
    './fixtures',
    './node',
    './vite',
    './package.json',
  ])
})
