import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { pnpm } from '../packed/pnpm.ts'
import { describeSmartAccounts } from '../smartAccounts/describeSmartAccounts.ts'
import { startAnvil } from '../smartAccounts/startAnvil.ts'

let close = async () => {}
afterAll(() => close())

describe('anvil', () => {
  describeSmartAccounts(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'takokit-anvil-'))
    const manifest = { private: true, dependencies: { '@foundry-rs/anvil': '1.7.1' } }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    await pnpm(folder, ['install', '--ignore-workspace', '--ignore-scripts', '--prefer-offline'])
    const anvil = await startAnvil(join(folder, 'node_modules/.bin/anvil'))
    close = async () => {
      await anvil.close()
      rmSync(folder, { recursive: true })
    }
    return anvil
  })
})
