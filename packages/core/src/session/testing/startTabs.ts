import { createStore } from '../../storage/createStore.ts'
import { mapRows } from '../../storage/mapRows.ts'
import { plainBox } from '../../storage/plainBox.ts'
import { createTestPlatform } from '../../testing/createTestPlatform.ts'
import type { PlatformWithParts } from '../PlatformWithParts.ts'
import type { TabMessage } from '../../types/Platform.ts'
import type { AuthStorage } from '../../types/SessionStore.ts'
import { startScripted } from './startScripted.ts'

/** Tabs of one origin: one storage, and channels that deliver at once. */
export function startTabs(
  count: number,
  more: Parameters<typeof startScripted>[0] = {},
  platforms: readonly Partial<PlatformWithParts>[] = [],
) {
  const rows = new Map<string, unknown>()
  const channels = new Set<(message: TabMessage) => void>()
  const said: TabMessage[] = []
  const storage: AuthStorage = {
    name: 'shared',
    async open({ warn }) {
      const table = mapRows(rows)
      let isClosed = false
      // Written after the page let go of it: a test would not notice otherwise.
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
      openChannel: (_, onMessage) => {
        channels.add(onMessage)
        return {
          close: () => channels.delete(onMessage),
          post(message) {
            said.push(message)
            for (const other of channels) if (other !== onMessage) other(message)
          },
        }
      },
    })
    return startScripted({ storage, platform, ...more })
  })
  const settle = async () => {
    for (const { platform } of tabs) await platform.advance(0)
  }
  return { tabs: tabs as [(typeof tabs)[0], (typeof tabs)[0]], rows, said, settle }
}
