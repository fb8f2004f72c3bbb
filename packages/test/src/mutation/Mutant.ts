/** One expression, statement or member of a file, and what is put in its place. */
export interface Mutant {
  kind: 'expression' | 'statement' | 'property'
  line: number
  start: number
  end: number
  was: string
  instead: string
}
