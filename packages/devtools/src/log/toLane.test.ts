import type { AuthEvent, SessionSnapshot } from '@takokit/core'
import { expect, test } from 'vitest'
import { toLane } from './toLane.ts'

const account = '0xabc'
const base = { provider: 'tako', account }
type Detail = { at: number; gen: number } & Record<string, unknown>

const entriesOf = (...told: [tab: string, type: AuthEvent['type'], detail: Detail][]) =>
  told.map(([tab, type, detail], index) => ({
    id: `${tab}:${index}`,
    tab,
    event: { ...base, type, ...detail } as AuthEvent,
  }))

const snapshotOf = (change: Partial<SessionSnapshot> = {}) =>
  ({
    ...base,
    status: 'signedIn',
    refreshStatus: 'idle',
    gen: 2,
    startedAt: 100,
    refreshedAt: 200,
    refreshedBy: 'mine',
    expiresAt: 300,
    ...change,
  }) as SessionSnapshot

test('default: a bar for each pair of tokens, until the next one', () => {
  const entries = entriesOf(
    ['mine', 'sessionStarted', { at: 100, gen: 1 }],
    ['mine', 'refreshStarted', { at: 190, gen: 1 }],
    ['mine', 'tokensRefreshed', { at: 200, gen: 2, by: 'mine', isOwn: true, expiresAt: 300 }],
  )
  expect(toLane({ entries, snapshot: snapshotOf(), tabId: 'mine' })).toEqual({
    bars: [
      { from: 100, until: 200, isOwn: true },
      { from: 200, until: 300, isOwn: true },
    ],
    waits: [],
    attempts: [190],
    troubles: [],
    ends: [],
    failures: undefined,
  })
})

test('behavior: tabs that tell of the same pair make one bar, of the tab that fetched it', () => {
  const refreshed = { gen: 2, by: 'theirs', expiresAt: 300 }
  const entries = entriesOf(
    ['mine', 'sessionStarted', { at: 100, gen: 1 }],
    ['theirs', 'restored', { at: 110, gen: 1 }],
    ['theirs', 'tokensRefreshed', { at: 200, isOwn: true, ...refreshed }],
    ['mine', 'tokensRefreshed', { at: 201, isOwn: false, ...refreshed }],
  )
  const snapshot = snapshotOf({ refreshedBy: 'theirs' })
  expect(toLane({ entries, snapshot, tabId: 'mine' }).bars).toEqual([
    { from: 100, until: 200, isOwn: true },
    { from: 200, until: 300, isOwn: false },
  ])
})

test('behavior: a panel that was opened late shows the pair that is held', () => {
  expect(toLane({ entries: [], snapshot: snapshotOf(), tabId: 'mine' }).bars).toEqual([
    { from: 200, until: 300, isOwn: true },
  ])
})

test('behavior: waits end with the tokens, and failures are counted since the last success', () => {
  const deferred = { gen: 1, code: 'network/failed' }
  const entries = entriesOf(
    ['mine', 'sessionStarted', { at: 100, gen: 1 }],
    ['mine', 'refreshDeferred', { at: 110, retryAt: 120, ...deferred }],
    ['mine', 'refreshDeferred', { at: 130, retryAt: 900, ...deferred }],
    ['theirs', 'tokensRefreshed', { at: 200, gen: 2, by: 'theirs', isOwn: true, expiresAt: 300 }],
    ['mine', 'refreshDeferred', { at: 280, gen: 2, code: 'provider/throttled' }],
  )
  const lane = toLane({ entries, snapshot: snapshotOf(), tabId: 'mine' })
  expect(lane.waits).toEqual([
    { from: 110, until: 120 },
    { from: 130, until: 200 },
  ])
  expect(lane.troubles).toEqual([110, 130, 280])
  expect(lane.failures).toEqual({ count: 1, code: 'provider/throttled' })
})

test('behavior: a bar ends with the session, and so do its failures', () => {
  const entries = entriesOf(
    ['mine', 'sessionStarted', { at: 100, gen: 1 }],
    ['mine', 'refreshDeferred', { at: 110, gen: 1, code: 'network/failed' }],
    ['mine', 'sessionEnded', { at: 150, gen: 1, reason: 'user' }],
  )
  const snapshot = snapshotOf({ status: 'signedOut', expiresAt: undefined, gen: 1 })
  const lane = toLane({ entries, snapshot, tabId: 'mine' })
  expect(lane.bars).toEqual([{ from: 100, until: 100, isOwn: true }])
  expect(lane.ends).toEqual([150])
  expect(lane.failures).toBeUndefined()
})
