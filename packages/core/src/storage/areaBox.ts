import type { TokenSet } from '../types/TokenSet.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { Seal, TokenBox } from './TokenBox.ts'

export interface AreaBox extends TokenBox {
  /** Removes all pairs of a session, including those of a tab that was closed before a record referred to them. */
  clear: (session: Pick<Seal, 'key' | 'sid'>) => void
}

/**
 * Tokens as plain text in a `Storage`, each pair in its own slot. A `Storage` does not order writes across tabs, so the record
 * names the slot that counts.
 */
export function areaBox(area: Storage, prefix: string, randomId: () => string): AreaBox {
  const slotOf = (sealed: unknown) => (isRecord(sealed) ? String(sealed.slot) : '')
  const slotsOf = ({ key, sid }: Pick<Seal, 'key' | 'sid'>) => `${prefix}:${key}#${sid}#`
  return {
    async seal(tokens, seal) {
      const slot = slotsOf(seal) + randomId()
      area.setItem(slot, JSON.stringify(tokens))
      return { slot }
    },
    async open(sealed) {
      try {
        return (JSON.parse(area.getItem(slotOf(sealed)) ?? '') ?? undefined) as TokenSet | undefined
      } catch {
        return undefined
      }
    },
    discard: (sealed) => area.removeItem(slotOf(sealed)),
    clear(session) {
      for (const slot of Object.keys(area))
        if (slot.startsWith(slotsOf(session))) area.removeItem(slot)
    },
  }
}
