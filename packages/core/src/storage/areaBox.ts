import type { TokenSet } from '../types/TokenSet.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { TokenBox } from './TokenBox.ts'

/**
 * Tokens as plain text in a `Storage`, each pair in a slot of its own: such a storage orders nothing over tabs, so which
 * slot counts is said by the record.
 */
export function areaBox(area: Storage, prefix: string, randomId: () => string): TokenBox {
  const slotOf = (sealed: unknown) => (isRecord(sealed) ? String(sealed.slot) : '')
  return {
    async seal(tokens, { key }) {
      const slot = `${prefix}:${key}#${randomId()}`
      area.setItem(slot, JSON.stringify(tokens))
      return { slot }
    },
    async open(sealed) {
      const text = area.getItem(slotOf(sealed))
      return text === null ? undefined : (JSON.parse(text) as TokenSet)
    },
    discard: (sealed) => area.removeItem(slotOf(sealed)),
  }
}
