/** A line of the engine that keeps a promise, and what becomes of the engine without it. */
export interface Guard {
  id: string
  /** What it protects. */
  protects: string
  /** Path from the root of the project. */
  file: string
  /** The exact source text, there once. */
  text: string
  instead: string
  /** A seed that fails without it. */
  seed: number
}
