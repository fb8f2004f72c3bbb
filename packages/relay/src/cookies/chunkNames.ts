import { readPairs } from './readPairs.ts'

/** The names of the chunks in a request, except for the first. */
export function chunkNames(header: string | null, name: string): string[] {
  const keys = readPairs(header, name).map(([key]) => key)
  return [...new Set(keys)].filter((key) => key !== name)
}
