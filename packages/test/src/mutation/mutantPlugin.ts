import { readFileSync } from 'node:fs'
import type { Mutant } from './listMutants.ts'

/** The environment's variable by which a test run is told which mutant to run with: a file of JSON. */
export const mutantVariable = 'TAKOKIT_MUTANT'

/** Puts the mutant in the place of what stands in its file. */
export function mutantPlugin(path: string) {
  const { file, ...mutant } = JSON.parse(readFileSync(path, 'utf8')) as Mutant & { file: string }
  return {
    name: 'mutant',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!id.split('?')[0]?.endsWith(file)) return undefined
      return code.slice(0, mutant.start) + mutant.instead + code.slice(mutant.end)
    },
  }
}
