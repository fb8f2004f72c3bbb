import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, onTestFinished, test } from 'vitest'

const run = promisify(execFile)
const program = resolve(import.meta.dirname, '../../node_modules/@tanstack/intent/dist/cli.mjs')

/** `@tanstack/intent`, as it is run in a dapp that has installed the package. */
function installDapp() {
  const at = mkdtempSync(join(tmpdir(), 'takokit-skill-'))
  onTestFinished(() => rmSync(at, { recursive: true }))
  const manifest = {
    name: 'dapp',
    private: true,
    dependencies: { '@takokit/react': '*' },
    intent: { skills: ['@takokit/react'] },
  }
  writeFileSync(join(at, 'package.json'), JSON.stringify(manifest))
  const packed = join(inject('packed'), 'node_modules/@takokit/react')
  const installed = join(at, 'node_modules/@takokit/react')
  for (const name of ['package.json', 'skills'])
    cpSync(join(packed, name), join(installed, name), { recursive: true })
  return (...parameters: string[]) =>
    run(process.execPath, [program, ...parameters], { cwd: at, env: { ...process.env, CI: '1' } })
}

test('default: the skill of the packed package is found, and can be loaded', async () => {
  const intent = installDapp()
  const { skills } = JSON.parse((await intent('list', '--json')).stdout)
  expect(skills).toEqual([
    expect.objectContaining({ packageName: '@takokit/react', skillName: 'takokit' }),
  ])
  const { stdout } = await intent('load', '@takokit/react#takokit')
  expect(stdout).toContain('createAuthClient({ providers: [tako()] })')
})

test('behavior: its form is valid', async () => {
  const intent = installDapp()
  const { stdout } = await intent('validate', 'node_modules/@takokit/react/skills')
  expect(stdout).toContain('Validated 1 skill files')
})
