import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { chromiumMajor, findChromium } from './browser/findChromium.ts'

const folder = resolve(import.meta.dirname, '../../react/src/__screenshots__')
const major = chromiumMajor(await findChromium())
const has = existsSync(join(folder, `chromium-${major}`))

const reason = has ? '' : ` (there are none of Chromium ${major}: \`pnpm test:update\` takes them)`
test.skipIf(!has)(`stories are compared with pictures of this browser${reason}`, () => {
  expect(readdirSync(join(folder, `chromium-${major}`)).length).toBeGreaterThan(50)
})

test('pictures stay under 4 MB', () => {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  expect(bytes).toBeLessThan(4_000_000)
})
