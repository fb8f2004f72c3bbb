import { expect, test } from 'vitest'
import * as siwe from './siwe.ts'

test('exports', () => {
  expect(Object.keys(siwe).sort()).toMatchInlineSnapshot(`
    [
      "SiweMessageError",
      "createSiweMessage",
      "parseSiweMessage",
      "verifySiweMessage",
    ]
  `)
})
