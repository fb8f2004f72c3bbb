import type { TokenSet } from '../types/TokenSet.ts'
import { isRecord } from '../utils/isRecord.ts'
import type { Seal, TokenBox } from './TokenBox.ts'

export interface AreaBox extends TokenBox {
  /** Removes all pairs of a session, also what a tab left behind that was closed before a record named it. */
  clear: (session: Pick<Seal, 'key' | 'sid'>) => void
}

/**
 * Tokens as plain text in a `Storage`, each pair in a slot of its own: such a storage orders nothing over tabs, so which
 * slot counts is said by the record.
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
