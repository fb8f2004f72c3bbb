const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The name of a key: six characters that identify it, and two check characters. */
export function keyId(of: string): string {
  const values = Array.from(of, (character) => alphabet.indexOf(character))
  const sum = values.reduce((all, value) => all + value, 0)
  const weighed = values.reduce((all, value, index) => all + value * (index + 1), 0)
  return of + alphabet.charAt(sum % 64) + alphabet.charAt(weighed % 64)
}

/**
 * Whether a text can be the name of a key. An unknown key may become known, so the relay waits for it; a damaged cookie names
 * none.
 */
export function isKeyId(text: string): boolean {
  return /^[\w-]{8}$/.test(text) && keyId(text.slice(0, 6)) === text
}
