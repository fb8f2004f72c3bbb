import type { TokenSet } from '../types/TokenSet.ts'

/** The name of a relay's session. All tabs know it, and its end, by this name. */
export function sidOf({ handle }: TokenSet): string | undefined {
  return handle?.split('.')[0]
}
