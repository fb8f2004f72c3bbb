import type { Bundled, BundledFile } from './Bundled.ts'

interface Chunk extends BundledFile {
  name: string
  isEntry: boolean
  /** The names of the chunks that it imports statically. */
  imports: readonly string[]
}

/** Divides chunks into those that the entry reaches by static imports, and the rest. */
export function splitAtStart(chunks: readonly Chunk[]): Bundled {
  const atStart = new Set<Chunk>()
  const collect = (chunk: Chunk | undefined) => {
    if (!chunk || atStart.has(chunk)) return
    atStart.add(chunk)
    for (const name of chunk.imports) collect(chunks.find((one) => one.name === name))
  }
  collect(chunks.find((chunk) => chunk.isEntry))
  return { start: [...atStart], later: chunks.filter((chunk) => !atStart.has(chunk)) }
}
