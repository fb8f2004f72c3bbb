/** No secret is as short, so that none is whole in it. */
const harmless = /^[\w.-]{1,24}$/

/**
 * An error of a function that fetches secrets, with its name and code alone: its text may quote what it has just fetched,
 * which nobody here knows yet and could look for.
 */
export function withoutText(error: unknown): Error {
  const clean = new Error('Its text is not repeated, since it may quote a secret.')
  if (!(error instanceof Error)) return clean
  const { name } = error
  if (harmless.test(name)) clean.name = name
  const code = 'code' in error ? String(error.code) : ''
  return harmless.test(code) ? Object.assign(clean, { code }) : clean
}
