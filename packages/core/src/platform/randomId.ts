/** 128 random bits. `crypto.randomUUID` is missing on insecure origins. A name, and no secret: any random number will do. */
export function randomId(): string {
  const words = new Uint32Array(4)
  try {
    crypto.getRandomValues(words)
  } catch {
    for (let at = 0; at < 4; at++) words[at] = Math.random() * 2 ** 32
  }
  return Array.from(words, (word) => word.toString(36)).join('')
}
