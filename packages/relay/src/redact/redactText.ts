const redacted = '[redacted]'

/**
 * Takes out of a text whatever may be a secret: the query and user of URLs, credentials, JWTs, signatures, and the values
 * given. For log lines and errors.
 */
export function redactText(text: string, secrets: readonly (string | undefined)[] = []): string {
  let clean = text
  for (const secret of secrets) {
    if (!secret || secret.length < 4) continue
    clean = clean.replaceAll(secret, redacted).replaceAll(encodeURIComponent(secret), redacted)
  }
  return clean
    .replace(/\b(https?:\/\/)[^\s/"'@]*@/gi, `$1${redacted}@`)
    .replace(/([?&#][\w.~-]+=)[^&#\s"'<>)]+/g, `$1${redacted}`)
    .replace(/\b(Basic|Bearer) +[^\s"',]+/gi, `$1 ${redacted}`)
    .replace(/\beyJ[\w-]{8,}(\.[\w-]*)*/g, redacted)
    .replace(/\b0x[\da-f]{64,}\b/gi, redacted)
}
