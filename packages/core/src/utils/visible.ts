/**
 * A text of somebody else's, fit for a log line and a page: cut, and without controls, lone surrogates, separators of lines
 * and what turns the direction of writing (Unicode, Bidi_Control).
 */
export function visible(text: string, maxLength = 2_000): string {
  return text.slice(0, maxLength).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, ' ')
}
