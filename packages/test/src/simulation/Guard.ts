/** A line of the engine that protects an invariant, and how to remove it. */
export interface Guard {
  id: string
  /** The invariant that it protects. */
  protects: string
  /** Path from the root of the project. */
  file: string
  /** The exact source text, which occurs once. */
  text: string
  instead: string
  /** A seed that fails without it. */
  seed: number
}
