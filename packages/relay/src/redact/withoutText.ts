/** Any secret is longer, so a match cannot hold a whole one. */
const harmless = /^[\w.-]{1,24}$/

/**
 * The error of a function that fetches secrets, reduced to its name and code: its text may quote a secret that was just fetched,
 * which the relay does not know yet and cannot redact.
 */
export function withoutText(error: unknown): Error {
  const clean = new Error('Its text is not repeated, since it may quote a secret.')
  if (!(error instanceof Error)) return clean
  const { name } = error
  if (harmless.test(name)) clean.name = name
  const code = 'code' in error ? String(error.code) : ''
  return harmless.test(code) ? Object.assign(clean, { code }) : clean
}
