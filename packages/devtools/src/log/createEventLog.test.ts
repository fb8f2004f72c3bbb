import type { AuthClient, AuthEvent } from '@takokit/core'
import { afterEach, expect, test, vi } from 'vitest'
import { createEventLog } from './createEventLog.ts'
import { toText } from './toText.ts'

const account = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A tab: what the log uses of a client. */
function openTab(tabId: string, namespace = 'default') {
  const listeners = new Set<(event: AuthEvent) => void>()
  const client = {
    tabId,
    '~engine': { namespace },
    onEvent: (listener: (event: AuthEvent) => void) => listeners.add(listener),
  } as unknown as AuthClient
  const log = createEventLog(client)
  const tell = (event: Partial<AuthEvent>) => {
    for (const listener of listeners)
      listener({ provider: 'tako', account, gen: 1, ...event } as AuthEvent)
  }
  const ids = () => log.entries().map(({ id }) => id)
  const watch = () => stops.push(log.subscribe(() => {}))
  return { log, tell, ids, watch }
}

test('default: events of this tab, from the start, the newest 300', () => {
  const { log, tell, ids } = openTab('one')
  for (let at = 0; at < 400; at++) tell({ at, type: 'refreshStarted' })
  expect(ids()).toHaveLength(300)
  expect(log.entries().at(-1)?.event.at).toBe(399)
})

test('behavior: tabs tell one another, also what was before, and once', async () => {
  const [one, other, elsewhere] = [openTab('one'), openTab('other'), openTab('third', 'another')]
  one.tell({ at: 10, type: 'sessionStarted' })
  one.watch()
  elsewhere.watch()
  other.tell({ at: 5, type: 'restored' })
  other.watch()
  await vi.waitFor(() => expect(other.ids()).toEqual(['other:0', 'one:0']))
  one.tell({ at: 20, type: 'refreshStarted' })
  await vi.waitFor(() => expect(other.ids()).toEqual(['other:0', 'one:0', 'one:1']))
  other.tell({ at: 30, type: 'refreshStarted' })
  await vi.waitFor(() => expect(one.ids()).toEqual(['one:0', 'one:1', 'other:1']))
  expect(elsewhere.ids()).toEqual([])
})

test('behavior: what is no entry is left alone', async () => {
  const { tell, ids, watch } = openTab('one')
  watch()
  const channel = new BroadcastChannel('takokit:devtools:default')
  stops.push(() => channel.close())
  const good = { id: 'x:0', tab: 'x', event: { at: 1, type: 'restored', provider: 'tako', gen: 1 } }
  channel.postMessage([null, 1, { id: 2 }, { ...good, event: { at: 'now' } }])
  channel.postMessage({ id: 'x:9' })
  channel.postMessage([good])
  await vi.waitFor(() => expect(ids()).toEqual(['x:0']))
  tell({ at: 2, type: 'refreshStarted' })
  expect(ids()).toEqual(['x:0', 'one:0'])
})

test('behavior: what an event should not have is not kept, and accounts are shortened when it is copied', () => {
  const { log, tell } = openTab('a-long-name-of-a-tab')
  tell({ at: 0, type: 'sessionStarted', token: 'eyJhbGciOi', signature: '0x12' } as never)
  expect(JSON.stringify(log.entries())).not.toMatch(/eyJ|0x12/)
  expect(JSON.parse(toText(log.entries()))).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    tab: 'a-long',
    account: '0xf39F…2266',
    type: 'sessionStarted',
    provider: 'tako',
    gen: 1,
  })
})
