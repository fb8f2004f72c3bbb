/**
 * Prepares a foreign text for a log line and a page: cuts it, and removes controls, lone surrogates, line separators and
 * characters that change the direction of writing (Unicode, Bidi_Control).
 */
export function visible(text: string, maxLength = 2_000): string {
  return text.slice(0, maxLength).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, ' ')
}
