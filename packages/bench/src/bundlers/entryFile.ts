import { join } from 'node:path'

/** A file that does not exist: each bundler is given an entry's lines as its text. By default our packages are beside it. */
export function entryFile(folder = import.meta.dirname): string {
  return join(folder, 'takokit-size-entry.ts')
}
