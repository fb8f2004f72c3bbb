import type { StringOverrides } from './Strings.ts'

/** Lays words over others, errors and names of providers one by one. */
export function mergeStrings<base extends StringOverrides>(
  base: base,
  words: StringOverrides | undefined,
): base {
  if (!words) return base
  return {
    ...base,
    ...words,
    errors: { ...base.errors, ...words.errors },
    providers: { ...base.providers, ...words.providers },
  }
}
