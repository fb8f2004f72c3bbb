import type { VirtualTab } from './VirtualTab.ts'
import type { World } from './createWorld.ts'

export type PresentationEnd = 'ok' | 'refused' | 'not processed' | 'ambiguous' | 'holder gone'

/** One request that sends a refresh token, as the sending page sees it. */
export interface PresentationRecord {
  token: string
  tab: VirtualTab
  sentAt: number
  endedAt: number | undefined
  outcome: PresentationEnd | undefined
  /** It could not leave the machine. */
  isOffline: boolean
}

export interface Presentations {
  all: PresentationRecord[]
  begin: (
    tab: VirtualTab,
    token: string,
    isOffline: boolean,
  ) => { end: (outcome: PresentationEnd) => void }
  /** Records that these tokens reached a running page. */
  delivered: (tab: VirtualTab, text: string) => void
  /** The page that these tokens last reached. */
  holderOf: (refreshToken: string) => VirtualTab | undefined
  heldSince: (refreshToken: string) => number
  ofToken: (token: string) => PresentationRecord[]
}

/** Records which page sent which token when, and calls back before each request. */
export function createPresentations(
  world: World,
  check: (next: PresentationRecord, before: PresentationRecord[]) => void,
): Presentations {
  const all: PresentationRecord[] = []
  const byToken = new Map<string, PresentationRecord[]>()
  const arrived = new Map<string, { tab: VirtualTab; at: number }>()
  return {
    all,
    ofToken: (token) => byToken.get(token) ?? [],
    begin(tab, token, isOffline) {
      const before = byToken.get(token) ?? []
      byToken.set(token, before)
      const record: PresentationRecord = {
        token,
        tab,
        sentAt: world.now(),
        endedAt: undefined,
        outcome: undefined,
        isOffline,
      }
      check(record, before)
      before.push(record)
      all.push(record)
      const end = (outcome: PresentationEnd) => {
        if (record.outcome) return
        record.outcome = outcome
        record.endedAt = world.now()
        world.note(tab.name, `hears: ${outcome}`)
      }
      tab.onGone(() => end('holder gone'))
      return { end }
    },
    delivered(tab, text) {
      const { refresh } = JSON.parse(text) as { refresh: string }
      arrived.set(refresh, { tab, at: world.now() })
    },
    holderOf: (refreshToken) => arrived.get(refreshToken)?.tab,
    heldSince: (refreshToken) => arrived.get(refreshToken)?.at ?? 0,
  }
}
