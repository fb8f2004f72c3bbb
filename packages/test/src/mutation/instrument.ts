import type { Mutant } from './Mutant.ts'

/** The name of the function by which a file asks at run time whether one of its mutants is chosen. */
export const switchName = '__isMutant'

/**
 * The source with all its mutants in it, each behind a question: `a < b` becomes
 * `(__isMutant(7) ? (a >= b) : a < b)`. Its numbers count from `first`.
 */
export function instrument(source: string, mutants: readonly Mutant[], first: number): string {
  // An outer one comes before those inside it.
  const numbered = mutants
    .map((mutant, index) => ({ mutant, id: first + index }))
    .sort(({ mutant: a }, { mutant: b }) => a.start - b.start || b.end - a.end)
  const queue: (typeof numbered)[] = []
  for (const entry of numbered) {
    const here = queue.at(-1)
    const { start, end } = entry.mutant
    if (here?.[0]?.mutant.start === start && here[0].mutant.end === end) here.push(entry)
    else queue.push([entry])
  }

  function render(start: number, end: number): string {
    let text = ''
    let at = start
    for (let next = queue[0]; next?.[0] && next[0].mutant.end <= end; next = queue[0]) {
      queue.shift()
      const { mutant } = next[0]
      text += source.slice(at, mutant.start)
      text += wrap(next, render(mutant.start, mutant.end))
      at = mutant.end
    }
    return text + source.slice(at, end)
  }
  return render(0, source.length)
}

/** What stands in one place: the mutants as they are, and the original with the mutants inside of it. */
function wrap(here: { mutant: Mutant; id: number }[], original: string): string {
  const asks = here.map(({ id }) => `${switchName}(${id})`)
  const [kind] = here.map(({ mutant }) => mutant.kind)
  if (kind === 'statement') return `{ if (!${asks[0]}) { ${original} } }`
  if (kind === 'property')
    return `...(${asks[0]} ? { ${here[0]?.mutant.instead} } : { ${original} })`
  const choices = here.map(({ mutant }, index) => `${asks[index]} ? (${mutant.instead}\n) : `)
  return `(${choices.join('')}(${original}\n))`
}
