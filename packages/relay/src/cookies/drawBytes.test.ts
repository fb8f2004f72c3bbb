import { expect, test } from 'vitest'
import { drawBytes } from './drawBytes.ts'

test('behavior: gives no byte twice, across stocks, and more than one has', () => {
  const drawn = Array.from({ length: 2_000 }, (_, round) => drawBytes(round % 2 ? 24 : 16))
  const buffers = [...new Set(drawn.map(({ buffer }) => buffer))]
  expect(buffers.length).toBeGreaterThan(2)
  const places = drawn.flatMap(({ buffer, byteOffset, length }) =>
    Array.from({ length }, (_, index) => `${buffers.indexOf(buffer)} ${byteOffset + index}`),
  )
  expect(new Set(places).size).toBe(places.length)
  expect(drawBytes(10_000)).toHaveLength(10_000)
})
