import { dirname } from 'node:path'
import type { MutationPlan } from './MutationPlan.ts'

/** Whether a test file is to try the mutants of a source. */
export function isNear(reach: MutationPlan['reach'], test: string, source: string): boolean {
  switch (reach) {
    case 'file':
      return test.startsWith(source.replace(/\.tsx?$/, '.'))
    case 'folder':
      return dirname(test) === dirname(source)
    case 'package':
      return test.split('/')[1] === source.split('/')[1]
    case 'all':
      return true
    default:
      return reach satisfies never
  }
}
