import type { NumberedMutant } from './numberMutants.ts'

/** What a mutant is called in lists: the same wherever it stands in its file. */
export function nameOf({ path, was, instead }: NumberedMutant): string {
  const [before, after] = [was, instead].map((text) => text.replaceAll(/\s+/g, ' '))
  return `${path.replace(/^packages\//, '')}: ${before} → ${after}`
}
