/** 128 random bits. `crypto.randomUUID` is missing on insecure origins. */
export function randomId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4))
  return Array.from(words, (word) => word.toString(36)).join('')
}
