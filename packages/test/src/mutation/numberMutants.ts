import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listMutants } from './listMutants.ts'
import type { Mutant } from './Mutant.ts'

export interface NumberedMutant extends Mutant {
  id: number
  path: string
  /** The same as long as its file is. */
  key: string
}

const core = 'session refresh storage providers actions message signer platform tabs'.split(' ')
const react = 'flow wagmi auth hooks session signIn'.split(' ')

/** The folders whose sources are mutated. */
export const rooms = [
  ...core.map((room) => `packages/core/src/${room}`),
  'packages/relay/src',
  ...react.map((room) => `packages/react/src/${room}`),
]

/** All mutants of all rooms, numbered from 1, and the number of each file's first. */
export function numberMutants(root: string) {
  const files: Record<string, number> = {}
  const mutants: NumberedMutant[] = []
  for (const path of rooms.flatMap((room) => listSources(root, room))) {
    const source = readFileSync(resolve(root, path), 'utf8')
    files[path] = mutants.length + 1
    for (const mutant of listMutants(path, source)) {
      const hash = createHash('sha256').update(source).update(JSON.stringify(mutant))
      const key = hash.digest('hex').slice(0, 24)
      mutants.push({ ...mutant, id: mutants.length + 1, path, key })
    }
  }
  return { files, mutants }
}

function listSources(root: string, room: string): string[] {
  return readdirSync(resolve(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, name))
    .filter((path) => !/\.(test|stories)\.|\/(testing|types|exports)\/|\/describe/.test(path))
    .sort()
}
