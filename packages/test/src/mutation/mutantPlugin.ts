import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { instrument } from './instrument.ts'
import { listMutants } from './listMutants.ts'
import type { MutationPlan } from './MutationPlan.ts'

/** Puts all mutants of the files of a plan into them, each behind a switch. */
export function mutantPlugin(planPath: string) {
  const { files } = JSON.parse(readFileSync(planPath, 'utf8')) as MutationPlan
  const root = resolve(import.meta.dirname, '../../../..')
  return {
    name: 'mutants',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const path = relative(root, id.split('?')[0] ?? id)
      const first = files[path]
      return first === undefined ? undefined : instrument(code, listMutants(path, code), first)
    },
  }
}
