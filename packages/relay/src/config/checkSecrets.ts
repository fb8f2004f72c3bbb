import { invalid } from './invalid.ts'

const minLength = 32

/** One to three secrets, each long enough. The error gives their lengths, never their text. */
export function checkSecrets(secrets: string | readonly string[]): readonly string[] {
  const all = typeof secrets === 'string' ? [secrets] : secrets
  const expects = `a random text of ${minLength} characters or more, or two of them while one takes over from the other (\`openssl rand -base64 32\` makes one)`
  if (!Array.isArray(all) || all.length === 0 || all.length > 3)
    throw invalid('secret', expects, Array.isArray(all) ? `${all.length} of them` : typeof all)
  for (const secret of all as readonly unknown[]) {
    if (typeof secret !== 'string') throw invalid('secret', expects, String(typeof secret))
    if (secret.length < minLength)
      throw invalid('secret', expects, `one of ${secret.length} characters`)
    if (new Set(secret).size < 8) throw invalid('secret', expects, 'one that repeats itself')
  }
  return all
}
