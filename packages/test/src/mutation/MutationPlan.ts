/** What a run of the tests is told of the mutants: a file of JSON. */
export interface MutationPlan {
  /** Paths from the root, each with the number of its first mutant. */
  files: Record<string, number>
  /** The numbers of the mutants to try. */
  tried: number[]
  /** Where each worker notes what it finds, a line of JSON at a time. */
  log: string
  /** Which mutants a test tries: those of the file it is named after, of its folder, of its package, or all. */
  reach: 'file' | 'folder' | 'package' | 'all'
  /** Tests that take longer try none. */
  maxCpuMs: number
  /** A mutant that is there from the start: for one that is reached only when its module is loaded. */
  fixed?: number
}

/** A line of the log. */
export type MutationNote =
  | { type: 'killed'; id: number; name: string; error: string | undefined }
  /** A worker was stuck with it, or with what came before it. */
  | { type: 'stuck'; id: number }
  /** The test fails without a mutant: at first, or after one. */
  | { type: 'first' | 'after'; id: number | undefined; name: string; error: string | undefined }
  /** What the tests of a file reached, and what was reached when modules were loaded. */
  | { type: 'file'; file: string; reached: number[]; loaded: number[] }
