import type { Channel, TabMessage } from '../../../core/src/types/Platform.ts'
import type { World } from './createWorld.ts'
import type { VirtualTab } from './VirtualTab.ts'

/** Broadcast channels of one origin: a message arrives after a delay, and at a frozen page when it resumes. */
export interface VirtualChannels {
  open: (tab: VirtualTab, name: string, onMessage: (message: TabMessage) => void) => Channel
}

interface Opened {
  tab: VirtualTab
  name: string
  isOpen: boolean
  onMessage: (message: TabMessage) => void
}

export function virtualChannels(
  world: World,
  onPost: (message: TabMessage, tab: VirtualTab) => void,
): VirtualChannels {
  const channels = new Set<Opened>()
  return {
    open(tab, name, onMessage) {
      const opened: Opened = { tab, name, isOpen: true, onMessage }
      channels.add(opened)
      const close = () => {
        opened.isOpen = false
        channels.delete(opened)
      }
      tab.onGone(close)
      return {
        close,
        post(message) {
          world.touch()
          if (tab.state() === 'gone') return
          if (!opened.isOpen) throw new Error('InvalidStateError: the channel is closed.')
          onPost(message, tab)
          for (const other of channels) {
            if (other === opened || other.name !== name) continue
            const copy = { ...message }
            world.at(other.tab.random.between(0, 40), () =>
              other.tab.deliver(() => {
                if (other.isOpen) other.onMessage(copy)
              }),
            )
          }
        },
      }
    },
  }
}
