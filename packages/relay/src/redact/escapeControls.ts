/**
 * Escapes what a terminal or a log viewer would execute rather than show: control characters of both sets, line and paragraph
 * separators, bidirectional controls, the byte order mark, and halves of surrogate pairs.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
