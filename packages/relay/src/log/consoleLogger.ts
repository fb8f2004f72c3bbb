import type { RelayLogger } from '../types/RelayLogEntry.ts'

/** One line of JSON per entry: on standard error from `warn` on, else on standard output. */
export const consoleLogger: RelayLogger = (entry) => {
  const line = JSON.stringify(entry)
  if (entry.level === 'info') console.log(line)
  else console.error(line)
}
