import type { StringOverrides } from './Strings.ts'

/** Lays words over others, errors one by one. */
export function mergeStrings<base extends StringOverrides>(
  base: base,
  words: StringOverrides | undefined,
): base {
  if (!words) return base
  const errors = words.errors ? { ...base.errors, ...words.errors } : base.errors
  return { ...base, ...words, ...(errors && { errors }) }
}
