import { digestText } from '../utils/digestText.ts'

/** How long a challenge can be used. */
export const challengeMs = 300_000

/** The key of a challenge's row. There is none for a challenge that was never issued, or is too old. */
export const challengeKey = (provider: string, nonce: string) => `challenge:${provider}:${nonce}`

/** The row's value holds no secret: its reader cannot make the cookie that a challenge is bound to. */
export function digestOf(...texts: string[]): Promise<string> {
  return digestText(JSON.stringify(texts))
}
