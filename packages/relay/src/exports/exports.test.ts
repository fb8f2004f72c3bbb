import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import * as index from './index.ts'
import * as node from './node.ts'
import * as redis from './redis.ts'

test('default: the names that are exported', () => {
  const names = (module: object) => Object.keys(module).sort()
  expect({ index: names(index), node: names(node), redis: names(redis) }).toMatchInlineSnapshot(`
    {
      "index": [
        "RelayRefusal",
        "consoleLogger",
        "createRelay",
        "createTokenVerifier",
        "memoryStore",
        "privateCloud",
        "siweIssuer",
      ],
      "node": [
        "createNodeFetch",
        "createNodeListener",
        "readClientAddress",
        "serveRelay",
      ],
      "redis": [
        "redisStore",
      ],
    }
  `)
})

test('behavior: package.json exports the same entries', () => {
  expect(Object.keys(manifest.exports)).toEqual(['.', './node', './redis', './package.json'])
})
