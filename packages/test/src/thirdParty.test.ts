import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

interface Manifest {
  private?: boolean
  license?: string
  dependencies?: Record<string, string>
}

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

test('THIRD-PARTY.md lists what the packages install, with its licence', () => {
  const found = new Map<string, { license: string | undefined; users: string[] }>()
  for (const name of readdirSync(join(root, 'packages')).sort()) {
    const folder = join(root, 'packages', name)
    const { private: isPrivate, dependencies = {} } = readManifest(folder)
    if (isPrivate) continue
    for (const dependency of Object.keys(dependencies)) {
      if (dependency.startsWith('@takokit/')) continue
      const { license } = readManifest(join(folder, 'node_modules', dependency))
      const users = [...(found.get(dependency)?.users ?? []), name]
      found.set(dependency, { license, users })
    }
  }
  const rows = [...found]
    .map(
      ([dependency, { license, users }]) =>
        `| \`${dependency}\` | ${license} | ${users.join(', ')} |`,
    )
    .sort()
  const listed = readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(listed).toEqual(rows)
})
