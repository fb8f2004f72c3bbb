import type { StringOverrides } from './Strings.ts'

/** Merges strings over others; errors and provider names one by one. */
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
