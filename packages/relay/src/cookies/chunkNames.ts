import { readPairs } from './readPairs.ts'

/** The names of the chunks that a request carries, beside the first. */
export function chunkNames(header: string | null, name: string): string[] {
  const keys = readPairs(header, name).map(([key]) => key)
  return [...new Set(keys)].filter((key) => key !== name)
}
