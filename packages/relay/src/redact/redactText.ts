import { escapeControls } from './escapeControls.ts'
import { spellings } from './spellings.ts'

const redacted = '[redacted]'

/**
 * Removes from a text whatever may be a secret: the query and user of URLs, credentials, JWTs, signatures, and the given values
 * in every encoding. Characters that would forge or reorder a log line are escaped.
 */
export function redactText(text: string, secrets: readonly (string | undefined)[] = []): string {
  let clean = text
  for (const secret of secrets) {
    if (!secret || secret.length < 4) continue
    for (const spelling of spellings(secret)) clean = clean.replaceAll(spelling, redacted)
    clean = cutPart(clean, secret)
  }
  return escapeControls(
    clean
      .replace(/\b([a-z][a-z\d+.-]*:\/\/)[^\s/"'@]*@/gi, `$1${redacted}@`)
      .replace(/([?&#][\w.~-]+=)[^&#\s"'<>)]+/g, `$1${redacted}`)
      .replace(/\b(Basic|Bearer) +[^\s"',]+/gi, `$1 ${redacted}`)
      .replace(/\beyJ[\w-]{8,}(\.[\w-]*)*/g, redacted)
      .replace(/\b0x[\da-f]{64,}\b/gi, redacted),
  )
}

/** A text that was cut to a maximum length may end inside a secret. */
function cutPart(text: string, secret: string): string {
  for (let length = Math.min(secret.length - 1, text.length); length >= 6; length--)
    if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + redacted
  return text
}
