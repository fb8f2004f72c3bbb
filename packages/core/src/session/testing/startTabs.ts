import { createStore } from '../../storage/createStore.ts'
import { mapRows } from '../../storage/mapRows.ts'
import { plainBox } from '../../storage/plainBox.ts'
import { createTestPlatform } from '../../testing/createTestPlatform.ts'
import type { PlatformWithParts } from '../PlatformWithParts.ts'
import type { TabMessage } from '../../types/Platform.ts'
import type { AuthStorage } from '../../types/SessionStore.ts'
import { startScripted } from './startScripted.ts'

/** Tabs of one origin: one storage, and channels that deliver at once; both kept apart by the client's namespace, as in a browser. */
export function startTabs(
  count: number,
  more: Parameters<typeof startScripted>[0] = {},
  platforms: readonly Partial<PlatformWithParts>[] = [],
  /** What each of them has of its own. */
  clients: readonly Parameters<typeof startScripted>[0][] = [],
) {
  const tables = new Map<string, Map<string, unknown>>()
  const rowsOf = (namespace: string) => {
    const rows = tables.get(namespace) ?? new Map<string, unknown>()
    tables.set(namespace, rows)
    return rows
  }
  const channels = new Set<{ name: string; hear: (message: TabMessage) => void }>()
  const said: TabMessage[] = []
  const storage: AuthStorage = {
    name: 'shared',
    async open({ namespace, warn }) {
      const table = mapRows(rowsOf(namespace))
      let isClosed = false
      // Fails on a write after the page has closed the store, which a test would not notice otherwise.
      const transact: typeof table.transact = async (...change) => {
        if (isClosed) throw new Error('The storage is closed.')
        return table.transact(...change)
      }
      const close = () => {
        isClosed = true
      }
      return createStore({ rows: { ...table, transact, close }, box: plainBox, shared: true, warn })
    },
  }
  const tabs = Array.from({ length: count }, (_, index) => {
    let ids = 0
    const platform = createTestPlatform({
      ...platforms[index],
      randomId: () => `tab-${index}-${ids++}`,
      openChannel: (name, hear) => {
        const own = { name, hear }
        channels.add(own)
        return {
          close: () => channels.delete(own),
          post(message) {
            said.push(message)
            for (const other of channels)
              if (other !== own && other.name === name) other.hear(message)
          },
        }
      },
    })
    return startScripted({ storage, platform, ...more, ...clients[index] })
  })
  /** As somebody else on every channel. */
  const speak = (message: TabMessage) => {
    for (const { hear } of channels) hear(message)
  }
  const settle = async () => {
    for (const { platform } of tabs) await platform.advance(0)
  }
  return {
    tabs: tabs as [(typeof tabs)[0], (typeof tabs)[0]],
    rows: rowsOf(more.namespace ?? 'default'),
    said,
    speak,
    settle,
  }
}
