import { join } from 'node:path'

/** A file that does not exist: each bundler is given an entry's lines as its text. Beside it are our packages. */
export const entryFile = join(import.meta.dirname, 'takokit-size-entry.ts')
