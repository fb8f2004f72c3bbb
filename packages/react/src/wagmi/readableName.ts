import { cutText } from '../utils/cutText.ts'

const maxLength = 60

/** Characters that draw nothing, or change the direction of what follows; joiners within words and emoji stay. */
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/gu

/** A wallet's own name as one short line; its id if no part is readable. */
export function readableName(name: unknown, id: unknown): string {
  return clean(name) || clean(id) || 'Wallet'
}

function clean(text: unknown): string {
  if (typeof text !== 'string') return ''
  const line = text
    .slice(0, 1_000)
    .replace(unseen, ' ')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  const cut = cutText(line, maxLength - 1)
  return cutText(line, maxLength) === line ? line : `${cut.trim()}…`
}
