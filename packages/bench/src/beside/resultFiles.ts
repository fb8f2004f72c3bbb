import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Results } from './Results.ts'
import { toPage, toPicture } from './toPage.ts'

const root = resolve(import.meta.dirname, '../../../..')
const file = resolve(root, 'packages/bench/results/peers.json')
const docs = resolve(root, 'apps/docs/docs')

/** What is drawn and written of the results: by its path, its text. */
export function filesOf(results: Results): Record<string, string> {
  return {
    [resolve(docs, 'concepts/measured.mdx')]: toPage(results),
    [resolve(docs, 'public/measured-light.svg')]: toPicture(results, 'light'),
    [resolve(docs, 'public/measured-dark.svg')]: toPicture(results, 'dark'),
  }
}

export function readResults(): Results {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : { versions: {} }
}

export function writeResults(results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
  for (const [path, text] of Object.entries(filesOf(results))) writeFileSync(path, text)
}
